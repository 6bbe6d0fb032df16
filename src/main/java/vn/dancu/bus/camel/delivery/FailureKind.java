package vn.dancu.bus.camel.delivery;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.delivery.UndeliverableException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Says of the failure of a route whether another attempt can succeed. */
final class FailureKind {

    private static final int DEPTH = 8;

    /** By the first cause that says it; what says nothing is tried again. */
    static SendFailure of(@Nullable Throwable failure) {
        StringBuilder types = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof UndeliverableException undeliverable) {
                return new SendFailure(String.valueOf(undeliverable.getMessage()), true, failure);
            }
            if (cause instanceof SendFailure known) {
                return known;
            }
            if (cause instanceof BusException stopped) {
                ErrorCode code = stopped.refusal().code();
                return new SendFailure(code.code(), code.retry() != ErrorCode.Retry.LATER, failure);
            }
            types.append(depth == 0 ? "" : " < ").append(cause.getClass().getSimpleName());
            cause = cause.getCause();
        }
        return new SendFailure(failure == null ? "rolled back by the route" : types.toString(), false, failure);
    }

    private FailureKind() {}
}
