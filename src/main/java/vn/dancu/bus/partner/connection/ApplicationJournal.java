package vn.dancu.bus.partner.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;
import vn.dancu.bus.partner.connection.plan.StepPlan;
import vn.dancu.bus.partner.connection.plan.StepPlans;

/** Writes what happens to an application: how far it is, the move and the act stand together, or none does. */
final class ApplicationJournal {

    private final JdbcApplications applications;
    private final JdbcApplicationMoves moves;
    private final StepPlans plans;
    private final ApplicationActs acts;
    private final WorkingDays workingDays;
    private final TransactionOperations transactions;
    private final Clock clock;

    ApplicationJournal(
            JdbcApplications applications,
            JdbcApplicationMoves moves,
            StepPlans plans,
            ApplicationActs acts,
            WorkingDays workingDays,
            TransactionOperations transactions,
            Clock clock) {
        this.applications = applications;
        this.moves = moves;
        this.plans = plans;
        this.acts = acts;
        this.workingDays = workingDays;
        this.transactions = transactions;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return WorkingDays.dayOf(clock.instant());
    }

    Optional<Application> find(PartnerId partner) {
        return applications.find(partner).map(this::whole);
    }

    /** Runs a move under the lock of its application. */
    Application locked(PartnerId partner, UnaryOperator<Application> move) {
        Application after = transactions.execute(status -> move.apply(applications
                .lock(partner)
                .map(this::whole)
                .orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null))));
        return done(after);
    }

    private static Application done(@Nullable Application after) {
        if (after == null) {
            throw new IllegalStateException("A move leads to an application");
        }
        return after;
    }

    /**
     * Begins an application.
     *
     * @param opening what must be done in the same transaction before
     */
    Application begin(StepPlan plan, Applicant applicant, ConnectionState state, Actor by, Runnable opener) {
        ApplicationMove move = new ApplicationMove(
                ApplicationMove.Kind.APPLIED, plan.first().id(), 0, now(), by.name(), null, null, List.of());
        ApplicationProgress progress =
                new ApplicationProgress(applicant, state, plan.version(), 0, due(plan, state), by.name(), move.at());
        Application begun = transactions.execute(status -> {
            opener.run();
            applications.insert(progress);
            return write(new Application(progress, plan, List.of()), progress, move, by);
        });
        return done(begun);
    }

    /** Takes an application on by one move. */
    Application advance(Application before, ConnectionState state, ApplicationMove move, Actor by) {
        ApplicationProgress was = before.progress();
        boolean stays = was.state().equals(state);
        ApplicationProgress progress = new ApplicationProgress(
                was.applicant(),
                state,
                was.plan(),
                move.round(),
                stays ? was.dueOn() : due(before.plan(), state),
                was.appliedBy(),
                was.appliedAt());
        applications.update(progress);
        return write(before, progress, move, by);
    }

    private Application write(Application before, ApplicationProgress progress, ApplicationMove move, Actor by) {
        List<ApplicationMove> all = new ArrayList<>(before.moves());
        all.add(move);
        moves.add(progress.applicant().partner(), all.size(), move);
        acts.record(progress, move, by);
        return new Application(progress, before.plan(), all);
    }

    private @Nullable LocalDate due(StepPlan plan, ConnectionState state) {
        ConnectionStep step = state.step().flatMap(plan::find).orElse(null);
        if (step == null) {
            return null;
        }
        Integer within = state instanceof ConnectionState.InReview
                ? Integer.valueOf(step.decision().within())
                : step.handIn().within();
        return within == null ? null : workingDays.after(today(), within);
    }

    private Application whole(ApplicationProgress progress) {
        return new Application(
                progress,
                plans.of(progress.plan()),
                moves.of(progress.applicant().partner()));
    }
}
