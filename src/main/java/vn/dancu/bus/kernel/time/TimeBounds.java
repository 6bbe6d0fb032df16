package vn.dancu.bus.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Between which times everything lies that comes in from outside: years of four digits, which every database, program and
 * calendar can hold. {@code 9999-12-31} stays allowed, since many programs write it for "no end".
 */
public final class TimeBounds {

    /** What is wrong with a time outside, for the rule of a refusal. */
    public static final String RULE = "a year from 0001 to 9999";

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST =
            LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LAST =
            LocalDateTime.of(LocalDate.of(LAST_YEAR, 12, 31), LocalTime.MAX).toInstant(ZoneOffset.UTC);

    private TimeBounds() {}

    public static boolean contain(Instant moment) {
        return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
    }

    public static boolean contain(LocalDate day) {
        return contain(day.getYear());
    }

    public static boolean contain(long year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
