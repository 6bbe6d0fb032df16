package vn.dancu.bus.kernel;

/**
 * The dictionary of keys for structured log lines. None of them may carry personal data, and none has the name of an object of the
 * Elastic Common Schema: a line with such a key would not be written in that form.
 */
public final class LogKeys {

    public static final String PARTNER = "partner";
    public static final String SERVICE = "serviceCode";
    public static final String DOOR = "door";
    public static final String ERROR_CODE = "errorCode";
    public static final String FIELD = "field";
    public static final String OCCURRENCE = "occurrence";

    /** Types and places of a failure, never its message, which may repeat a value. */
    public static final String CAUSE = "cause";

    /** Our own id of a document of the axis. */
    public static final String DOCUMENT = "document";

    /** An account at a document axis, and what was asked of the axis. */
    public static final String ACCOUNT = "account";

    public static final String ISSUER = "issuer";

    public static final String VERB = "verb";

    /** An operator of a mobile network, by its name in the settings. */
    /** The name of a service that this bus asks. */
    public static final String UPSTREAM = "upstream";

    /** The id of a question to another service, as its records have it. */
    public static final String CALL = "call";

    public static final String OPERATOR = "operator";

    /** Our own id of a suspension, and when it ends. */
    public static final String SUSPENSION = "suspension";

    public static final String UNTIL = "until";

    public static final String ROUTE_ID = "routeId";
    public static final String DESCRIPTION = "description";

    /** A file that an operator wrote, with the line, the column, the rule that is broken, and what to do about it. */
    public static final String FILE = "fileName";

    public static final String LINE = "line";
    public static final String COLUMN = "column";
    public static final String RULE = "rule";
    public static final String REPAIR = "repair";

    /** A bundle of routes. */
    public static final String BUNDLE = "bundle";

    /** A channel of the outbox, and the id of a message in it. */
    public static final String CHANNEL = "channel";

    public static final String DELIVERY = "delivery";
    public static final String CODEBOOK = "codebook";
    public static final String COUNT = "count";
    public static final String DURATION_MS = "durationMs";

    /** The trace and the span that a line belongs to, where traces are kept; the tracer gives both to every line. */
    public static final String TRACE = "traceId";

    public static final String SPAN = "spanId";

    private LogKeys() {}
}
