package vn.dancu.bus.desk.report;

import vn.dancu.bus.audit.inspection.report.ReportSink;

/** Writes a report to a file whose readers can see whether it is complete. */
interface ReportWriter extends ReportSink, AutoCloseable {

    /** The report is complete. */
    void finish();

    /** Releases resources; a report that was not finished stays without its end. */
    @Override
    void close();
}
