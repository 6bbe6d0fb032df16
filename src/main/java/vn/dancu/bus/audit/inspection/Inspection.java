package vn.dancu.bus.audit.inspection;

import java.util.List;
import java.util.UUID;
import vn.dancu.bus.audit.inspection.report.OperationalPeriod;
import vn.dancu.bus.audit.inspection.report.OperationalSink;
import vn.dancu.bus.audit.inspection.report.ReportPeriod;
import vn.dancu.bus.audit.inspection.report.ReportSink;
import vn.dancu.bus.kernel.Actor;

/**
 * Questions to the audit trail. Every method first records an act of the inspector, in a transaction of its own; when that
 * fails, nothing is read.
 */
public interface Inspection {

    /**
     * The events that the search describes, newest first, at most its limit; without personal numbers.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code search_too_wide} when the database needs longer than
     *     {@code dancu.audit.inspection.search-timeout}
     */
    List<TrailEvent> search(Actor by, EventSearch search);

    /**
     * The whole event, and the number of its person in clear.
     *
     * @param reason why, in the inspector's words; kept with the act
     * @throws vn.dancu.bus.kernel.BusException {@code evidence_missing} without a reason, {@code field_invalid} when the
     *     reason holds what looks like a personal number, {@code resource_unknown} when there is no such event,
     *     {@code content_deleted} when the key of its period was destroyed
     */
    EventDetail look(Actor by, UUID event, String reason);

    /** Writes the tables of a report, one after the other, row by row as the database gives them. */
    void report(Actor by, ReportPeriod period, ReportSink sink);

    /** Writes the operational record of each answer and each refusal of a partner, oldest first. */
    void operational(Actor by, OperationalPeriod period, OperationalSink sink);

    /** Records that less than the whole report left. */
    void brokeOff(Actor by, ReportPeriod period);

    /** Records that less than all operational records left. */
    void brokeOff(Actor by, OperationalPeriod period);
}
