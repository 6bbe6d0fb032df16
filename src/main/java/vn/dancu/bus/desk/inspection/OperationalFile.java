package vn.dancu.bus.desk.inspection;

import vn.dancu.bus.audit.inspection.OperationalSink;

/** Operational records being written; whoever reads a file can tell whether it came to its end. */
interface OperationalFile extends OperationalSink, AutoCloseable {

    /** All records were written. */
    void finish();

    /** Lets go of what is held. */
    @Override
    void close();
}
