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
 * @param confirmation of an urgent suspension, what keeps it from lapsing; null for other grounds
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
        @Nullable Confirmation confirmation,
        @Nullable Closing closing) {

    /**
     * The written confirmation of an urgent suspension.
     *
     * @param dueBy when the suspension lapses without it
     * @param entered null as long as there is none
     */
    public record Confirmation(Instant dueBy, @Nullable Entered entered) {}

    /**
     * A confirmation that was entered.
     *
     * @param by account; another one than that of the order
     * @param document number of the document
     */
    public record Entered(Instant at, String by, String document) {}

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
        /** An urgent one that nobody confirmed in time. */
        LAPSED,
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
        if (until == null || now.isBefore(until)) {
            return State.RUNNING;
        }
        return isUnconfirmed() ? State.LAPSED : State.ENDED;
    }

    /** Whether it waits, or has waited in vain, for its written confirmation. */
    public boolean isUnconfirmed() {
        return confirmation != null && confirmation.entered() == null;
    }
}
