package vn.dancu.bus.inquiry;

/** Carries where an exception happened into the log, and not its message, which may repeat what was sent. */
final class StackTraceOnly extends Throwable {

    private static final long serialVersionUID = 1L;

    StackTraceOnly(Throwable cause) {
        super(cause.getClass().getName(), null, false, true);
        setStackTrace(cause.getStackTrace());
    }
}
