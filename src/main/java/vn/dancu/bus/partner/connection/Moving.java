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
import vn.dancu.bus.partner.LifeCycle;
import vn.dancu.bus.partner.credential.Credential;
import vn.dancu.bus.partner.credential.Credentials;

/** Moves applications, one at a time each: who may, from where, on which papers, and where it leads. */
final class Moving {

    private final Ledger ledger;
    private final Credentials credentials;
    private final LifeCycle lifeCycle;

    Moving(Ledger ledger, Credentials credentials, LifeCycle lifeCycle) {
        this.ledger = ledger;
        this.credentials = credentials;
        this.lifeCycle = lifeCycle;
    }

    Application submit(PartnerId partner, String stepId, List<Evidence> evidence, Actor by) {
        return ledger.locked(partner, it -> {
            Step step = step(it, stepId);
            Persons.require(by, step.handIn().roles());
            ConnectionState next = new Course(it.plan()).submit(it.progress().state(), step);
            Papers.requireFitting(it, step, evidence, ledger.today());
            Papers.requireComplete(it, step, evidence);
            int round = it.progress().round() + 1;
            Move move = new Move(Move.Kind.SUBMITTED, step.id(), round, ledger.now(), by.name(), null, null, evidence);
            return ledger.advance(it, next, move, by);
        });
    }

    /** A replay is told from an approval out of order also when the application has gone on meanwhile. */
    Application approve(PartnerId partner, String stepId, Actor by) {
        return ledger.locked(partner, it -> {
            Step step = step(it, stepId);
            Persons.require(by, step.decision().approvals());
            Persons.requireNew(it, step, by);
            ConnectionState next = new Course(it.plan()).approve(it.progress().state(), step);
            Persons.requireOther(it, step, by);
            List<Role> awaited = Persons.awaited(it, step);
            Role role = Persons.fitting(awaited, by);
            boolean last = awaited.size() == 1;
            if (last) {
                takeEffect(it, step, by);
            }
            Move move = move(Move.Kind.APPROVED, it, step.id(), by, role, null);
            return ledger.advance(it, last ? next : it.progress().state(), move, by);
        });
    }

    Application sendBack(PartnerId partner, String stepId, String reason, Actor by) {
        return ledger.locked(partner, it -> {
            Step step = step(it, stepId);
            Set<Role> roles = new LinkedHashSet<>(step.handIn().roles());
            roles.addAll(step.decision().approvals());
            Persons.require(by, roles);
            ConnectionState next = new Course(it.plan()).sendBack(it.progress().state(), step, reason);
            return ledger.advance(it, next, move(Move.Kind.SENT_BACK, it, step.id(), by, null, reason), by);
        });
    }

    Application refuse(PartnerId partner, String reason, Actor by) {
        return ledger.locked(partner, it -> {
            ConnectionState state = it.progress().state();
            ConnectionState next = new Course(it.plan()).refuse(state, reason);
            Step step = step(it, state.step().orElseThrow());
            Set<Role> roles = new LinkedHashSet<>(step.decision().approvals());
            roles.add(Role.APPROVER);
            Persons.require(by, roles);
            lifeCycle.refuse(partner, reason, by);
            return ledger.advance(it, next, move(Move.Kind.REFUSED, it, step.id(), by, null, reason), by);
        });
    }

    private void takeEffect(Application application, Step step, Actor by) {
        PartnerId partner = application.progress().applicant().partner();
        switch (step.effect()) {
            case CREDENTIALS -> requireCredential(partner);
            case GO_LIVE -> {
                Papers.requireForGoLive(application, ledger.today());
                lifeCycle.goLive(partner, Papers.agreementEnds(application), by);
            }
            case NONE -> {}
        }
    }

    private void requireCredential(PartnerId partner) {
        boolean issued = credentials.of(partner).stream()
                .map(it -> it.stateAt(ledger.now()))
                .anyMatch(it -> it == Credential.State.VALID || it == Credential.State.COMING);
        if (!issued) {
            throw BusException.of(ErrorCode.EVIDENCE_MISSING, "credential", "must be issued to the partner");
        }
    }

    private Move move(
            Move.Kind kind, Application before, String step, Actor by, @Nullable Role role, @Nullable String reason) {
        return new Move(kind, step, before.progress().round(), ledger.now(), by.name(), role, reason, List.of());
    }

    private static Step step(Application application, String id) {
        return application.plan().find(id).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }
}
