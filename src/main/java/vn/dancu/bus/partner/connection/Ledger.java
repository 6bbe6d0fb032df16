package vn.dancu.bus.partner.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** Writes what happens to an application: how far it is, the move and the act stand together, or none does. */
final class Ledger {

    /** Terms are counted in the days of the country whose law sets them. */
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcApplications applications;
    private final JdbcMoves moves;
    private final JdbcPlans plans;
    private final MoveActs acts;
    private final Deadlines deadlines;
    private final TransactionOperations transactions;
    private final Clock clock;

    Ledger(
            JdbcApplications applications,
            JdbcMoves moves,
            JdbcPlans plans,
            MoveActs acts,
            Deadlines deadlines,
            TransactionOperations transactions,
            Clock clock) {
        this.applications = applications;
        this.moves = moves;
        this.plans = plans;
        this.acts = acts;
        this.deadlines = deadlines;
        this.transactions = transactions;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
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
        if (after == null) {
            throw new IllegalStateException("A move leads to an application");
        }
        return after;
    }

    /** Begins an application; in the transaction that opens its partner. */
    Application begin(StepPlan plan, Applicant applicant, ConnectionState state, Move move, Actor by) {
        LocalDate due = due(plan, state);
        Progress progress = new Progress(applicant, state, plan.version(), 0, due, move.by(), move.at());
        applications.insert(progress);
        return write(new Application(progress, plan, List.of()), progress, move, by);
    }

    /** Takes an application on by one move. */
    Application advance(Application before, ConnectionState state, Move move, Actor by) {
        Progress was = before.progress();
        boolean stays = was.state().equals(state);
        Progress progress = new Progress(
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

    private Application write(Application before, Progress progress, Move move, Actor by) {
        List<Move> all = new ArrayList<>(before.moves());
        all.add(move);
        moves.add(progress.applicant().partner(), all.size(), move);
        acts.record(progress, move, by);
        return new Application(progress, before.plan(), all);
    }

    private @Nullable LocalDate due(StepPlan plan, ConnectionState state) {
        Step step = state.step().flatMap(plan::find).orElse(null);
        if (step == null) {
            return null;
        }
        Integer within = state instanceof ConnectionState.InReview
                ? Integer.valueOf(step.decision().within())
                : step.handIn().within();
        return within == null ? null : deadlines.after(today(), within);
    }

    private Application whole(Progress progress) {
        return new Application(
                progress,
                plans.of(progress.plan()),
                moves.of(progress.applicant().partner()));
    }
}
