package vn.dancu.bus.audit.inspection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in a list of events, newest first: events after it are older, or of the same time with a smaller id.
 *
 * @param occurredAt to the microsecond
 * @param id the event
 */
public record EventCursor(Instant occurredAt, UUID id) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** Reads what {@link #toString} wrote; empty when the text has another form. */
    public static Optional<EventCursor> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Instant at = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
        return Optional.of(new EventCursor(at, UUID.fromString(matcher.group(2))));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt) + "_" + id;
    }
}
