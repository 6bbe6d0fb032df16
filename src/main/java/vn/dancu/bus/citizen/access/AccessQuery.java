package vn.dancu.bus.citizen.access;

import java.time.LocalDate;
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

    /** Refuses contradictory conditions with the field and the rule. */
    public AccessQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "limit", "1 to " + MAX_LIMIT);
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "until", "not before from");
        }
    }
}
