package vn.dancu.bus.kernel;

/** The dictionary of keys for structured log lines. None of them may carry personal data. */
public final class LogKeys {

    public static final String PARTNER = "partner";
    public static final String SERVICE = "service";
    public static final String DOOR = "door";
    public static final String ERROR_CODE = "errorCode";
    public static final String FIELD = "field";
    public static final String OCCURRENCE = "occurrence";

    /** Types and places of a failure, never its message, which may repeat a value. */
    public static final String CAUSE = "cause";

    public static final String ROUTE_ID = "routeId";
    public static final String COUNT = "count";
    public static final String DURATION_MS = "durationMs";

    private LogKeys() {}
}
