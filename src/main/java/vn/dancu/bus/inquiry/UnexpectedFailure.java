package vn.dancu.bus.inquiry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Refusal;

/**
 * The one place where an exception becomes a refusal. A failure that nobody foresaw is logged under the
 * occurrence id that the asker gets, by its types and places only: an exception's message may repeat a value.
 */
public final class UnexpectedFailure {

    private static final Logger LOGGER = LoggerFactory.getLogger(UnexpectedFailure.class);
    private static final int DEPTH = 5;

    /** The refusal that a {@link BusException} in the chain of causes carries, else {@code internal_error}, logged. */
    public static Refusal refusal(Throwable failure, String door) {
        Refusal known = knownIn(failure);
        return known != null ? known : reported(failure, door);
    }

    private static @Nullable Refusal knownIn(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 2 * DEPTH; depth++) {
            if (cause instanceof BusException stopped) {
                return stopped.refusal();
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static Refusal reported(Throwable failure, String door) {
        Refusal refusal = Refusal.of(ErrorCode.INTERNAL_ERROR);
        report(refusal, failure, door);
        return refusal;
    }

    /** Logs a fault of the bus under its occurrence. */
    static void report(Refusal refusal, Throwable failure, String door) {
        LOGGER.atLevel(refusal.code() == ErrorCode.INTERNAL_ERROR ? Level.ERROR : Level.WARN)
                .setMessage("A request failed by a fault of the bus")
                .addKeyValue(LogKeys.OCCURRENCE, refusal.occurrence())
                .addKeyValue(LogKeys.DOOR, door)
                .addKeyValue(LogKeys.ERROR_CODE, refusal.code())
                .addKeyValue(LogKeys.CAUSE, describe(failure))
                .log();
    }

    /** Types and places of the failure and of its causes, without a message. */
    public static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            text.append(depth == 0 ? "" : " caused by ").append(cause.getClass().getName());
            Arrays.stream(cause.getStackTrace()).limit(DEPTH).forEach(frame -> text.append(" at ")
                    .append(frame));
            cause = cause.getCause();
        }
        return text.toString();
    }

    private UnexpectedFailure() {}
}
