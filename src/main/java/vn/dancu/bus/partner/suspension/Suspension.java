package vn.dancu.bus.partner.suspension;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One suspension, from its order to its end.
 *
 * @param partner null for all partners at once
 * @param ground code of a {@link SuspensionGround}
 * @param orderedBy account
 * @param closing how it was ended by people; null while it was not
 */
public record Suspension(
        UUID id,
        @Nullable PartnerId partner,
        String ground,
        Instant since,
        @Nullable Instant until,
        String reason,
        @Nullable String returnCondition,
        Instant orderedAt,
        String orderedBy,
        @Nullable Closing closing) {

    /**
     * Its end by people.
     *
     * @param resumed whether the connection was resumed; otherwise the order was cancelled before it began
     * @param by account
     * @param evidence on what
     */
    public record Closing(boolean resumed, Instant at, String by, String evidence) {}

    /** The state of a suspension at a moment. */
    public enum State {
        SCHEDULED,
        RUNNING,
        ENDED,
        RESUMED,
        CANCELLED
    }

    public State stateAt(Instant now) {
        if (closing != null) {
            return closing.resumed() ? State.RESUMED : State.CANCELLED;
        }
        if (now.isBefore(since)) {
            return State.SCHEDULED;
        }
        return until != null && !now.isBefore(until) ? State.ENDED : State.RUNNING;
    }
}
