package vn.dancu.bus.audit.inspection.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * What a report is about: one partner and at most 366 days, as they are counted in Vietnam.
 *
 * @param partner whose questions
 * @param from the first day
 * @param to the last day
 */
public record ReportPeriod(PartnerId partner, LocalDate from, LocalDate to) {

    /** Where a day begins. */
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int MAX_DAYS = 366;

    public ReportPeriod {
        if (to.isBefore(from)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "to", "not before from");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
            throw BusException.of(ErrorCode.SEARCH_TOO_WIDE, "to", "at most " + MAX_DAYS + " days");
        }
    }

    public Instant start() {
        return from.atStartOfDay(VIETNAM).toInstant();
    }

    public Instant end() {
        return to.plusDays(1).atStartOfDay(VIETNAM).toInstant();
    }
}
