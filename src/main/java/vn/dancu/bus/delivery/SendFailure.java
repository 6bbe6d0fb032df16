package vn.dancu.bus.delivery;

import org.jspecify.annotations.Nullable;

/** A message was not taken by its destination, as far as is known. */
public final class SendFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isFinal;

    /**
     * @param what a code or the types of the failure; never its message, which may repeat a value
     * @param isFinal whether another attempt cannot succeed
     */
    public SendFailure(String what, boolean isFinal, @Nullable Throwable cause) {
        super(what, cause);
        this.isFinal = isFinal;
    }

    /** Whether another attempt cannot succeed: the message is dead at once. */
    public boolean isFinal() {
        return isFinal;
    }
}
