package vn.dancu.bus.document.axis;

/** What an axis can be asked for. */
public enum AxisVerb {
    /** Which documents wait. */
    RECEIVED(true),
    /** Which statuses wait. */
    RECEIVED_STATUS(true),
    GET(true),
    SEND(false),
    UPDATE_STATUS(true),
    SENT(true),
    COUNT(true),
    AGENCIES(true),
    UNITS(true),
    REGISTER(false),
    DELETE(false);

    private final boolean repeatable;

    AxisVerb(boolean repeatable) {
        this.repeatable = repeatable;
    }

    /** Whether it looks for what waits. */
    public boolean isLook() {
        return this == RECEIVED || this == RECEIVED_STATUS;
    }

    /** Whether a second call, after a first whose answer was lost, does no harm. */
    public boolean isRepeatable() {
        return repeatable;
    }
}
