package vn.dancu.bus.citizen.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.EventCursor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Which part of a log is wanted.
 *
 * @param from the first day, in Vietnam; null for the beginning
 * @param until the last day, in Vietnam; null for today
 * @param own whether the citizen's own look-ups are listed as well
 * @param after where the page before ended; null for the first
 * @param limit 1 to 1,000
 */
public record AccessQuery(
        @Nullable LocalDate from, @Nullable LocalDate until, boolean own, @Nullable EventCursor after, int limit) {

    public static final int MAX_LIMIT = 1000;

    private static final DateTimeFormatter DAYS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

    /** Refuses contradictory conditions with the field and the rule. */
    public AccessQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw invalid("limit", "1 to " + MAX_LIMIT);
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw invalid("until", "not before from");
        }
    }

    /**
     * From the parameters of a request as they came.
     *
     * @param after the {@code next} of the page before
     * @throws BusException {@code field_invalid}
     */
    public static AccessQuery of(
            @Nullable String from, @Nullable String until, boolean own, @Nullable String after, int limit) {
        EventCursor cursor = after == null
                ? null
                : EventCursor.parse(after).orElseThrow(() -> invalid("cursor", "that of the page before"));
        return new AccessQuery(day("from", from), day("until", until), own, cursor, limit);
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            LocalDate day = text == null ? null : DAYS.parse(text, LocalDate::from);
            if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) {
                throw new DateTimeException("No day of the log");
            }
            return day;
        } catch (DateTimeException e) {
            throw invalid(field, "a day from 1900 to 9998 such as 2026-11-29");
        }
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }
}
