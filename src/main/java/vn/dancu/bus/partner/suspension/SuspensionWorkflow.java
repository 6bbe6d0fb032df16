package vn.dancu.bus.partner.suspension;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Orders, cancels, ends and confirms suspensions. Each call locks the row of its partner first, so that concurrent
 * calls run one after the other.
 */
final class SuspensionWorkflow implements Suspensions {

    private static final Duration PUBLIC_HISTORY = Duration.ofDays(90);

    private final JdbcSuspensions store;
    private final DualControl second;
    private final UrgentSuspensions urgent;
    private final GroundRules rules;
    private final Grounds grounds;
    private final SuspensionNotifier notifier;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SuspensionWorkflow(
            JdbcSuspensions store,
            DualControl second,
            UrgentSuspensions urgent,
            GroundRules rules,
            Grounds grounds,
            SuspensionNotifier notifier,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.second = second;
        this.urgent = urgent;
        this.rules = rules;
        this.grounds = grounds;
        this.notifier = notifier;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Suspension suspend(SuspensionOrder order, Actor by) {
        Instant now = now();
        SuspensionGround ground = rules.check(order, now);
        Instant since = order.since() == null || order.since().isBefore(now) ? now : order.since();
        Instant until = UrgentSuspensions.lapseOf(ground, order, now);
        Suspension suspension = new Suspension(
                UUID.randomUUID(),
                order.partner(),
                ground.code(),
                since,
                until,
                order.reason(),
                order.returnCondition(),
                now,
                by.name(),
                ground.confirmWithinHours() == 0 || until == null ? null : new Suspension.Confirmation(until, null),
                null);
        transaction.executeWithoutResult(status -> {
            PartnerId partner = order.partner();
            if (partner != null) {
                requireSuspendable(partner, ground, now);
                store.raiseVersion(partner);
            }
            store.insert(suspension);
            notifier.ordered(suspension, ground, concerned(partner), by);
        });
        return suspension;
    }

    @Override
    public Suspension confirmInWriting(UUID id, String document, @Nullable Instant until, Actor by) {
        return urgent.confirm(id, document, until, by);
    }

    @Override
    public void cancel(UUID id, String reason, Actor by) {
        GroundRules.requireText("reason", reason, ErrorCode.FIELD_MISSING);
        transaction.executeWithoutResult(status -> {
            Suspension suspension = locked(id);
            var closing = new Suspension.Closing(false, now(), by.name(), reason);
            if (!store.cancel(id, closing)) {
                throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "suspension", "cancelled while scheduled");
            }
            raiseVersion(suspension.partner());
            SuspensionGround ground = rules.suspension(suspension.ground());
            notifier.closed(suspension, ground, closing, concerned(suspension.partner()), by);
        });
    }

    @Override
    public Optional<Proposal> resume(UUID id, String evidence, Actor by) {
        GroundRules.requireText("evidence", evidence, ErrorCode.EVIDENCE_MISSING);
        return transaction.execute(status -> {
            Suspension suspension = locked(id);
            SuspensionGround ground = rules.suspension(suspension.ground());
            requireRunning(suspension);
            PartnerId partner = suspension.partner();
            if (ground.twoPersonsResume() && partner != null) {
                return Optional.of(second.proposeResumption(partner, suspension, evidence, by));
            }
            end(suspension, evidence, by);
            return Optional.<Proposal>empty();
        });
    }

    @Override
    public Proposal terminate(PartnerId partner, String ground, String reason, Actor by) {
        TerminationGround known = rules.termination(ground);
        GroundRules.requireText("reason", reason, ErrorCode.FIELD_MISSING);
        return transaction.execute(status -> {
            JdbcSuspensions.Standing standing = requireConnected(partner, "terminated");
            return second.proposeTermination(partner, known, reason, standing.version(), by);
        });
    }

    @Override
    public Proposal confirm(UUID id, Actor by) {
        return transaction.execute(status -> {
            Proposal proposal = second.locked(id);
            second.requireOther(proposal, by);
            JdbcSuspensions.Standing standing = store.lock(proposal.partner()).orElseThrow();
            if (standing.version() != proposal.standingVersion()) {
                throw BusException.of(
                        ErrorCode.VERSION_OUTDATED,
                        "proposal",
                        "made on the partner's present standing; propose it anew");
            }
            UUID suspension = proposal.suspension();
            if (suspension == null) {
                terminate(proposal, by);
            } else {
                end(store.find(suspension).orElseThrow(), proposal.reason(), by);
            }
            return second.decide(proposal, true, by);
        });
    }

    @Override
    public void withdraw(UUID id, Actor by) {
        transaction.executeWithoutResult(status -> {
            Proposal proposal = second.locked(id);
            second.decide(proposal, false, by);
            notifier.withdrawn(proposal, by);
        });
    }

    @Override
    public List<Suspension> list(@Nullable PartnerId partner, @Nullable UUID after, int limit) {
        return store.list(partner, after, limit);
    }

    @Override
    public List<Suspension> announced() {
        Instant now = clock.instant();
        return store.ofAll(now.minus(PUBLIC_HISTORY), now);
    }

    @Override
    public List<Proposal> open() {
        return second.open();
    }

    @Override
    public Grounds grounds() {
        return grounds;
    }

    private void terminate(Proposal proposal, Actor by) {
        Instant now = now();
        TerminationGround ground = rules.termination(String.valueOf(proposal.ground()));
        store.terminate(proposal.partner(), ground.code(), now);
        notifier.terminated(proposal, ground, now, by);
    }

    private void end(Suspension suspension, String evidence, Actor by) {
        requireRunning(suspension);
        var closing = new Suspension.Closing(true, now(), by.name(), evidence);
        if (!store.resume(suspension.id(), closing)) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "suspension", "resumed while running");
        }
        raiseVersion(suspension.partner());
        SuspensionGround ground = rules.suspension(suspension.ground());
        notifier.closed(suspension, ground, closing, concerned(suspension.partner()), by);
    }

    private void requireRunning(Suspension suspension) {
        if (suspension.stateAt(now()) != Suspension.State.RUNNING) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "suspension", "resumed while running");
        }
    }

    private void requireSuspendable(PartnerId partner, SuspensionGround ground, Instant now) {
        requireConnected(partner, "suspended");
        if (store.hasOpen(partner, ground.code(), now)) {
            throw BusException.of(
                    ErrorCode.MOVE_NOT_ALLOWED,
                    "ground",
                    "one on which the partner is not suspended or to be suspended");
        }
    }

    private JdbcSuspensions.Standing requireConnected(PartnerId partner, String move) {
        JdbcSuspensions.Standing standing = store.lock(partner)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "the id of a partner"));
        if (!standing.state().equals("ACTIVE") && !standing.state().equals("SUSPENDED")) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "partner", move + " while active, lapsed or suspended");
        }
        return standing;
    }

    /** The suspension, with its partner's row locked. */
    private Suspension locked(UUID id) {
        Suspension found = find(id);
        PartnerId partner = found.partner();
        if (partner == null) {
            return found;
        }
        store.lock(partner);
        return find(id);
    }

    private Suspension find(UUID id) {
        return store.find(id)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "suspension", "the id of a suspension"));
    }

    private void raiseVersion(@Nullable PartnerId partner) {
        if (partner != null) {
            store.raiseVersion(partner);
        }
    }

    private List<PartnerId> concerned(@Nullable PartnerId partner) {
        return partner == null ? store.connected() : List.of(partner);
    }

    /** Whole milliseconds, which the database keeps exactly: an answer and the stored row name the same moment. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
