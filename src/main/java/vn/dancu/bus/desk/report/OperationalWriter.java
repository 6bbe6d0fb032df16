package vn.dancu.bus.desk.report;

import vn.dancu.bus.audit.inspection.report.OperationalSink;

/** Writes operational records to a file whose readers can see whether it is complete. */
interface OperationalWriter extends OperationalSink, AutoCloseable {

    /** All records were written. */
    void finish();

    /** Releases resources. */
    @Override
    void close();
}
