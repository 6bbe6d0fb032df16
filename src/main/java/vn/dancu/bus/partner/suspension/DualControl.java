package vn.dancu.bus.partner.suspension;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** Proposals, and who may decide them. All of it happens in the caller's transaction. */
final class DualControl {

    private final JdbcProposals proposals;
    private final JdbcSuspensions partners;
    private final SuspensionNotifier notifier;
    private final Clock clock;

    DualControl(JdbcProposals proposals, JdbcSuspensions partners, SuspensionNotifier notifier, Clock clock) {
        this.proposals = proposals;
        this.partners = partners;
        this.notifier = notifier;
        this.clock = clock;
    }

    Proposal proposeResumption(PartnerId partner, Suspension suspension, String evidence, Actor by) {
        long version = partners.lock(partner).orElseThrow().version();
        return propose(
                new Proposal(
                        UUID.randomUUID(),
                        partner,
                        Proposal.Action.RESUME,
                        suspension.id(),
                        null,
                        evidence,
                        version,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        by.name(),
                        null),
                by);
    }

    Proposal proposeTermination(PartnerId partner, TerminationGround ground, String reason, long version, Actor by) {
        return propose(
                new Proposal(
                        UUID.randomUUID(),
                        partner,
                        Proposal.Action.TERMINATE,
                        null,
                        ground.code(),
                        reason,
                        version,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        by.name(),
                        null),
                by);
    }

    Proposal locked(UUID id) {
        Proposal proposal =
                proposals.lock(id).orElseThrow(() -> refused(ErrorCode.RESOURCE_UNKNOWN, "the id of a proposal"));
        Proposal.Decision decision = proposal.decision();
        if (decision != null) {
            throw decision.confirmed()
                    ? refused(ErrorCode.ALREADY_APPROVED, "one that is open")
                    : refused(ErrorCode.MOVE_NOT_ALLOWED, "decided while it is open; it was withdrawn");
        }
        return proposal;
    }

    void requireOther(Proposal proposal, Actor by) {
        if (proposal.proposedBy().equals(by.name())) {
            throw refused(ErrorCode.SECOND_PERSON_REQUIRED, "confirmed by another person than the one who proposed it");
        }
    }

    Proposal decide(Proposal proposal, boolean confirmed, Actor by) {
        var decision = new Proposal.Decision(confirmed, clock.instant().truncatedTo(ChronoUnit.MILLIS), by.name());
        proposals.decide(proposal.id(), decision);
        return new Proposal(
                proposal.id(),
                proposal.partner(),
                proposal.action(),
                proposal.suspension(),
                proposal.ground(),
                proposal.reason(),
                proposal.standingVersion(),
                proposal.proposedAt(),
                proposal.proposedBy(),
                decision);
    }

    List<Proposal> open() {
        return proposals.open();
    }

    private Proposal propose(Proposal proposal, Actor by) {
        proposals.insert(proposal);
        notifier.proposed(proposal, by);
        return proposal;
    }

    private static BusException refused(ErrorCode code, String rule) {
        return BusException.of(code, "proposal", rule);
    }
}
