package vn.dancu.bus.audit.inspection.report;

import java.time.Duration;
import java.time.Instant;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Whose operational records, and when: at most 31 days.
 *
 * @param partner whose questions
 * @param from the first moment
 * @param until the first moment after the period
 */
public record OperationalPeriod(PartnerId partner, Instant from, Instant until) {

    private static final Duration MAX_LENGTH = Duration.ofDays(31);

    public OperationalPeriod {
        if (!from.isBefore(until)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "until", "after from");
        }
        if (from.plus(MAX_LENGTH).isBefore(until)) {
            throw BusException.of(
                    ErrorCode.SEARCH_TOO_WIDE, "until", "at most " + MAX_LENGTH.toDays() + " days after from");
        }
    }
}
