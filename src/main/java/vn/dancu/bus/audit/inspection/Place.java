package vn.dancu.bus.audit.inspection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list of events, newest first: everything after it is older, or as old with a smaller id.
 *
 * @param occurredAt in microseconds
 * @param id the event
 */
public record Place(Instant occurredAt, UUID id) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** The place that {@link #toString} wrote; empty when it is none. */
    public static Optional<Place> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Instant at = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
        return Optional.of(new Place(at, UUID.fromString(matcher.group(2))));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt) + "_" + id;
    }
}
