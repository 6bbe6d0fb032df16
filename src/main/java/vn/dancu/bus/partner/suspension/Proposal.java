package vn.dancu.bus.partner.suspension;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A termination or resumption that one person proposed and another has to confirm.
 *
 * @param suspension the suspension to be ended; null for a termination
 * @param ground code of a {@link TerminationGround}; null for a resumption
 * @param reason what is stated for it; the evidence for a resumption
 * @param standingVersion the version of the partner's standing on which it was made
 * @param decision null while it is open
 */
public record Proposal(
        UUID id,
        PartnerId partner,
        Action action,
        @Nullable UUID suspension,
        @Nullable String ground,
        String reason,
        long standingVersion,
        Instant proposedAt,
        String proposedBy,
        @Nullable Decision decision) {

    /** What is proposed. */
    public enum Action {
        TERMINATE,
        RESUME
    }

    /**
     * How it was decided.
     *
     * @param confirmed otherwise it was withdrawn
     * @param by account
     */
    public record Decision(boolean confirmed, Instant at, String by) {}
}
