package vn.dancu.bus.document.axis;

/** What an axis can be asked for. */
public enum AxisVerb {
    RECEIVED(true),
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

    /** Whether a second call, after a first whose answer was lost, does no harm. */
    public boolean isRepeatable() {
        return repeatable;
    }
}
