package vn.dancu.bus.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A message was not taken by its destination, as far as is known. */
public final class SendFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isFinal;
    private final Duration delay;

    /**
     * @param what a code or the types of the failure; never its message, which may repeat a value
     * @param isFinal whether another attempt cannot succeed
     */
    public SendFailure(String what, boolean isFinal, @Nullable Throwable cause) {
        super(what, cause);
        this.isFinal = isFinal;
        this.delay = Duration.ZERO;
    }

    /**
     * The destination may have the message, or has another reason of its own to get it later; others go on meanwhile.
     *
     * @param delay how long the next attempt waits at least
     */
    public SendFailure(String what, Duration delay, @Nullable Throwable cause) {
        super(what, cause);
        this.isFinal = false;
        this.delay = delay;
    }

    /** Whether another attempt cannot succeed: the message is dead at once. */
    public boolean isFinal() {
        return isFinal;
    }

    /** How long the next attempt waits at least; zero where its plan alone says when it is. */
    public Duration delay() {
        return delay;
    }
}
