package vn.dancu.bus.sandbox.axis;

/**
 * The mock does not do what it was asked. The codes are those of the guide of a province's axis; the national axis' own list was
 * not found.
 */
final class AxisRefusal extends RuntimeException {

    static final String BAD_FILE = "10";
    static final String WRONG_CREDENTIALS = "15";
    static final String RECEIVER_UNKNOWN = "18";
    static final String SENDER_NOT_REGISTERED = "19";
    static final String SYSTEM_ERROR = "20";
    static final String NOT_PROCESSED = "21";
    static final String NOT_BY_THE_STANDARD = "22";

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param description in ASCII: the kit reads the answer to sendEdoc so */
    AxisRefusal(String code, String description) {
        super(description);
        this.code = code;
    }

    String code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
