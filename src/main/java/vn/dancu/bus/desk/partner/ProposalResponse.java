package vn.dancu.bus.desk.partner;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.suspension.Proposal;

/**
 * A proposal as JSON.
 *
 * @param action terminate or resume
 * @param state open, confirmed or withdrawn
 */
record ProposalResponse(
        UUID id,
        PartnerId partner,
        String action,
        String state,
        @Nullable UUID suspension,
        @Nullable String ground,
        String reason,
        Instant proposedAt,
        String proposedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    static ProposalResponse of(Proposal one) {
        Proposal.Decision decision = one.decision();
        String state = "open";
        if (decision != null) {
            state = decision.confirmed() ? "confirmed" : "withdrawn";
        }
        return new ProposalResponse(
                one.id(),
                one.partner(),
                one.action().name().toLowerCase(Locale.ROOT),
                state,
                one.suspension(),
                one.ground(),
                one.reason(),
                one.proposedAt(),
                one.proposedBy(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.by());
    }
}
