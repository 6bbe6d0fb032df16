package vn.dancu.bus.codebook.platform;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.codebook.PullFault;

/** An answer of the platform is not what it should be; the rule holds nothing of what came. */
public final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PullFault fault;
    private final String rule;
    private final @Nullable String held;

    private PlatformException(PullFault fault, String rule, @Nullable String held, @Nullable Throwable cause) {
        super(fault.code() + ": " + rule, cause);
        this.fault = fault;
        this.rule = rule;
        this.held = held;
    }

    public PlatformException(PullFault fault, String rule, @Nullable Throwable cause) {
        this(fault, rule, null, cause);
    }

    public PlatformException(PullFault fault, String rule) {
        this(fault, rule, null, null);
    }

    /**
     * The list is right, and changes more than may change without a person.
     *
     * @param hash of what it says
     */
    public static PlatformException held(String hash) {
        return new PlatformException(
                PullFault.TOO_MANY_CHANGES,
                "a list that changes less, or a person who lets it be taken over",
                hash,
                null);
    }

    public PullFault fault() {
        return fault;
    }

    public String rule() {
        return rule;
    }

    /** The hash of what waits; null when nothing does. */
    public @Nullable String heldHash() {
        return held;
    }
}
