package vn.dancu.bus.kernel;

import org.jspecify.annotations.Nullable;

/** Stops a message; its door turns the refusal into a SOAP fault, a problem document or a dead letter. */
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

    /** Stops the message by this code. */
    public static BusException of(ErrorCode code) {
        return new BusException(Refusal.of(code));
    }

    /** Stops the message by this code, at that field, by the rule that the field breaks; see {@link Refusal}. */
    public static BusException of(ErrorCode code, String field, String rule) {
        return new BusException(Refusal.of(code, field, rule));
    }

    public Refusal refusal() {
        return refusal;
    }
}
