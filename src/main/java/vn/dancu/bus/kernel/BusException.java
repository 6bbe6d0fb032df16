package vn.dancu.bus.kernel;

import org.jspecify.annotations.Nullable;

/** What stops one message; the wall it came through turns it into a fault, a problem or a dead letter by its refusal. */
public class BusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public BusException(Refusal refusal, @Nullable Throwable cause) {
        super(refusal.code().code(), cause);
        this.refusal = refusal;
    }

    public BusException(Refusal refusal) {
        this(refusal, null);
    }

    public BusException(ErrorCode code, @Nullable Throwable cause) {
        this(Refusal.of(code), cause);
    }

    public Refusal refusal() {
        return refusal;
    }
}
