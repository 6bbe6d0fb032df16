package vn.dancu.bus.delivery.lane;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a claimed message. */
sealed interface AttemptOutcome {

    ClaimedMessage message();

    /**
     * The destination has it, with its receipt where one was asked for.
     *
     * @param inFile whether its body lies in a file, which nobody needs any more
     */
    record Delivered(ClaimedMessage message, @Nullable String receipt, boolean inFile) implements AttemptOutcome {}

    /** The destination has it, and its receipt is to come. */
    record Unreceipted(ClaimedMessage message, Instant until) implements AttemptOutcome {}

    /**
     * It is tried again.
     *
     * @param sparesDestination whether the reason is its own, and says nothing of its destination
     */
    record Postponed(ClaimedMessage message, Instant until, String error, boolean sparesDestination)
            implements AttemptOutcome {}

    /** It is not tried again. */
    record Died(ClaimedMessage message, String cause) implements AttemptOutcome {}

    /** It was claimed and not sent. */
    record Returned(ClaimedMessage message) implements AttemptOutcome {}
}
