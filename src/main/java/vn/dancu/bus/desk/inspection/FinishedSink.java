package vn.dancu.bus.desk.inspection;

import vn.dancu.bus.audit.inspection.ReportSink;

/** A report being written; whoever reads a file can tell whether it came to its end. */
interface FinishedSink extends ReportSink, AutoCloseable {

    /** The report is complete. */
    void finish();

    /** Lets go of what is held; a report that was not finished stays without its end. */
    @Override
    void close();
}
