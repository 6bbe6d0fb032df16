package vn.dancu.bus.consent;

/**
 * Where a consent stands. The person moves it, or time does; nobody else can.
 *
 * <pre>
 *                 give                withdraw
 * REQUESTED ---------------&gt; GIVEN -----------&gt; WITHDRAWN
 *   |   |                      |
 *   |   | refuse               | the period is over
 *   |   +---------&gt; REFUSED    +-----------------&gt; EXPIRED
 *   | nobody decided in time
 *   +---------------------------------------------&gt; LAPSED
 * </pre>
 */
public enum ConsentState {
    /** Waits for the person. */
    REQUESTED("requested"),
    /** In force until its end. */
    GIVEN("given"),
    REFUSED("refused"),
    WITHDRAWN("withdrawn"),
    /** The person did not decide in time. */
    LAPSED("lapsed"),
    EXPIRED("expired");

    private final String code;

    ConsentState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** What this state has become by time alone. */
    ConsentState after(boolean isOver) {
        return switch (this) {
            case REQUESTED -> isOver ? LAPSED : this;
            case GIVEN -> isOver ? EXPIRED : this;
            case REFUSED, WITHDRAWN, LAPSED, EXPIRED -> this;
        };
    }
}
