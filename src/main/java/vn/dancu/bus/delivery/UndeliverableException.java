package vn.dancu.bus.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Thrown in a route of {@code delivery:<channel>} when no further attempt can succeed: the message is a dead letter at once.
 * The same becomes of a {@link vn.dancu.bus.kernel.BusException} whose code may not be tried again; every other failure is
 * tried again by the plan.
 */
public final class UndeliverableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param code stable, in the words of the destination or of the bus, such as {@code VXP-404}; at most 100 characters,
     *     kept as the cause of the dead letter
     */
    public UndeliverableException(String code, @Nullable Throwable cause) {
        super(code, cause);
    }
}
