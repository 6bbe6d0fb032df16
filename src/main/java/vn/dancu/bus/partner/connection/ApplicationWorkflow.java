package vn.dancu.bus.partner.connection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.conformance.ConformanceResults;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;
import vn.dancu.bus.partner.credential.Credential;
import vn.dancu.bus.partner.credential.Credentials;

/** Moves applications, one at a time each: who may, from where, on which papers, and where it leads. */
final class ApplicationWorkflow {

    private final ApplicationJournal journal;
    private final Credentials credentials;
    private final PartnerLifecycle lifecycle;
    private final ConformanceResults conformance;

    ApplicationWorkflow(
            ApplicationJournal journal,
            Credentials credentials,
            PartnerLifecycle lifecycle,
            ConformanceResults conformance) {
        this.journal = journal;
        this.credentials = credentials;
        this.lifecycle = lifecycle;
        this.conformance = conformance;
    }

    Application submit(PartnerId partner, String stepId, List<DocumentEvidence> evidence, Actor by) {
        return journal.locked(partner, it -> {
            ConnectionStep step = step(it, stepId);
            ApprovalRules.require(by, step.handIn().roles());
            ConnectionState next =
                    new ApplicationStateMachine(it.plan()).submit(it.progress().state(), step);
            DocumentRules.requireFitting(it, step, evidence, journal.today());
            DocumentRules.requireComplete(it, step, evidence);
            evidence.stream()
                    .filter(one -> one.document().equals(ConnectionStep.CONFORMANCE))
                    .forEach(one -> conformance.requireReceived(partner, one.sha256()));
            int round = it.progress().round() + 1;
            ApplicationMove move = new ApplicationMove(
                    ApplicationMove.Kind.SUBMITTED, step.id(), round, journal.now(), by.name(), null, null, evidence);
            return journal.advance(it, next, move, by);
        });
    }

    /** A repeated approval is refused as {@code already_approved}, even when the application has moved on meanwhile. */
    Application approve(PartnerId partner, String stepId, Actor by) {
        return journal.locked(partner, it -> {
            ConnectionStep step = step(it, stepId);
            ApprovalRules.require(by, step.decision().approvals());
            ApprovalRules.requireNew(it, step, by);
            ConnectionState next =
                    new ApplicationStateMachine(it.plan()).approve(it.progress().state(), step);
            ApprovalRules.requireOther(it, step, by);
            List<Role> awaited = ApprovalRules.awaited(it, step);
            Role role = ApprovalRules.fitting(awaited, by);
            boolean last = awaited.size() == 1;
            if (last) {
                takeEffect(it, step, by);
            }
            ApplicationMove move = move(ApplicationMove.Kind.APPROVED, it, step.id(), by, role, null);
            return journal.advance(it, last ? next : it.progress().state(), move, by);
        });
    }

    Application sendBack(PartnerId partner, String stepId, String reason, Actor by) {
        return journal.locked(partner, it -> {
            ConnectionStep step = step(it, stepId);
            Set<Role> roles = new LinkedHashSet<>(step.handIn().roles());
            roles.addAll(step.decision().approvals());
            ApprovalRules.require(by, roles);
            ConnectionState next = new ApplicationStateMachine(it.plan())
                    .sendBack(it.progress().state(), step, reason);
            return journal.advance(it, next, move(ApplicationMove.Kind.SENT_BACK, it, step.id(), by, null, reason), by);
        });
    }

    Application refuse(PartnerId partner, String reason, Actor by) {
        return journal.locked(partner, it -> {
            ConnectionState state = it.progress().state();
            ConnectionState next = new ApplicationStateMachine(it.plan()).refuse(state, reason);
            ConnectionStep step = step(it, state.step().orElseThrow());
            Set<Role> roles = new LinkedHashSet<>(step.decision().approvals());
            roles.add(Role.APPROVER);
            ApprovalRules.require(by, roles);
            lifecycle.refuse(partner, reason, by);
            return journal.advance(it, next, move(ApplicationMove.Kind.REFUSED, it, step.id(), by, null, reason), by);
        });
    }

    private void takeEffect(Application application, ConnectionStep step, Actor by) {
        PartnerId partner = application.progress().applicant().partner();
        switch (step.effect()) {
            case CREDENTIALS -> requireCredential(partner);
            case GO_LIVE -> {
                DocumentRules.requireForGoLive(application, journal.today());
                conformance.requireForGoLive(partner);
                lifecycle.goLive(partner, DocumentRules.agreementEnds(application), by);
            }
            case NONE -> {}
        }
    }

    private void requireCredential(PartnerId partner) {
        boolean issued = credentials.of(partner).stream()
                .map(it -> it.stateAt(journal.now()))
                .anyMatch(it -> it == Credential.State.VALID || it == Credential.State.COMING);
        if (!issued) {
            throw BusException.of(ErrorCode.EVIDENCE_MISSING, "credential", "must be issued to the partner");
        }
    }

    private ApplicationMove move(
            ApplicationMove.Kind kind,
            Application before,
            String step,
            Actor by,
            @Nullable Role role,
            @Nullable String reason) {
        return new ApplicationMove(
                kind, step, before.progress().round(), journal.now(), by.name(), role, reason, List.of());
    }

    private static ConnectionStep step(Application application, String id) {
        return application.plan().find(id).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }
}
