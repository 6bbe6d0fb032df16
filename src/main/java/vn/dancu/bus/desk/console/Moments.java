package vn.dancu.bus.desk.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/** Times as people in Vietnam write them; {@code ${moments}} in every template. What is not known is a dash. */
public final class Moments {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String UNKNOWN = "–";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu");
    private static final DateTimeFormatter MILLISECOND = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Clock clock;

    public Moments(Clock clock) {
        this.clock = clock;
    }

    /** {@code 14:05 29/11/2026}. */
    public String minute(@Nullable Instant moment) {
        return moment == null ? UNKNOWN : MINUTE.format(moment.atZone(ZONE));
    }

    /** {@code 14:05:09 29/11/2026}. */
    public String second(@Nullable Instant moment) {
        return moment == null ? UNKNOWN : SECOND.format(moment.atZone(ZONE));
    }

    /** {@code 14:05:09.120}, for events of one message. */
    public String millisecond(@Nullable Instant moment) {
        return moment == null ? UNKNOWN : MILLISECOND.format(moment.atZone(ZONE));
    }

    /** {@code 14:05}, for the axis of a chart. */
    public String clock(Instant moment) {
        return CLOCK.format(moment.atZone(ZONE));
    }

    /** {@code 29/11/2026}. */
    public String day(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : DAY.format(day);
    }

    /** {@code 29/11/2026}. */
    public String day(@Nullable Instant moment) {
        return moment == null ? UNKNOWN : DAY.format(moment.atZone(ZONE));
    }

    /** Whole days from now until then, never negative. */
    public long daysUntil(Instant moment) {
        return Math.max(0, Duration.between(clock.instant(), moment).toDays());
    }

    /** As a field {@code datetime-local} wants it; empty when there is none. */
    public String field(@Nullable Instant moment) {
        return moment == null
                ? ""
                : moment.atZone(ZONE).toLocalDateTime().withNano(0).toString();
    }

    /**
     * What a field {@code datetime-local} sent, as time in Vietnam; null when it was left empty.
     *
     * @throws BusException {@code field_invalid}
     */
    public static @Nullable Instant instant(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.strip()).atZone(ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new BusException(Refusal.of(ErrorCode.FIELD_INVALID, field, "a day and a time"), e);
        }
    }

    /**
     * What a field {@code date} sent; null when it was left empty.
     *
     * @throws BusException {@code field_invalid}
     */
    public static @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new BusException(Refusal.of(ErrorCode.FIELD_INVALID, field, "a day"), e);
        }
    }
}
