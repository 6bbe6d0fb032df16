package vn.dancu.bus.upstream.call;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** A question to another service that brought no answer. */
public final class CallFailure extends BusException {

    private static final long serialVersionUID = 1L;

    private final boolean unasked;

    private CallFailure(ErrorCode code, boolean unasked, @Nullable Throwable cause) {
        super(code, cause);
        this.unasked = unasked;
    }

    /** The question may have been read. */
    public static CallFailure of(ErrorCode code, @Nullable Throwable cause) {
        return new CallFailure(code, false, cause);
    }

    /** Nothing of the question has left, or the other side has said that it did not take it: it may be asked again. */
    public static CallFailure unasked(ErrorCode code, @Nullable Throwable cause) {
        return new CallFailure(code, true, cause);
    }

    /** Whether asking again asks nothing twice. */
    public boolean isUnasked() {
        return unasked;
    }
}
