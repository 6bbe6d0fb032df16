package vn.dancu.bus.audit;

/** Rows were not written, or it is not known whether they were. */
final class AppendFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean fromData;

    AppendFailure(boolean fromData, Throwable cause) {
        super(cause);
        this.fromData = fromData;
    }

    /** Whether a row was refused for what it says, so that the others can be written without it. */
    boolean isFromData() {
        return fromData;
    }
}
