package vn.dancu.bus.partner.connection;

import java.util.List;
import java.util.Optional;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;
import vn.dancu.bus.partner.connection.plan.StepPlan;

/** The state machine of {@link ConnectionState}: from where a move is possible, and where it leads. It stores nothing. */
final class ApplicationStateMachine {

    private static final List<String> SUBMIT_FROM = List.of("applying", "sent-back", "live");
    private static final List<String> DECIDE_FROM = List.of("in-review");
    private static final List<String> REFUSE_FROM = List.of("applying", "in-review", "sent-back");

    private final StepPlan plan;

    ApplicationStateMachine(StepPlan plan) {
        this.plan = plan;
    }

    ConnectionState begin() {
        return new ConnectionState.Applying(plan.first().id());
    }

    ConnectionState submit(ConnectionState from, ConnectionStep step) {
        require("submit", from, step, SUBMIT_FROM);
        return new ConnectionState.InReview(step.id());
    }

    /** Where the last approval of a step leads. */
    ConnectionState approve(ConnectionState from, ConnectionStep step) {
        require("approve", from, step, DECIDE_FROM);
        Optional<ConnectionStep> next = plan.after(step);
        if (next.isEmpty()) {
            return new ConnectionState.Checked();
        }
        String id = next.get().id();
        return plan.isAfterGoLive(id) ? new ConnectionState.Live(id) : new ConnectionState.Applying(id);
    }

    ConnectionState sendBack(ConnectionState from, ConnectionStep step, String reason) {
        require("return", from, step, DECIDE_FROM);
        return new ConnectionState.SentBack(step.id(), reason);
    }

    /** @throws BusException when the partner is connected already, or the application is over */
    ConnectionState refuse(ConnectionState from, String reason) {
        boolean connected = from.step().map(plan::isAfterGoLive).orElse(false);
        if (connected || !REFUSE_FROM.contains(from.code())) {
            throw notAllowed("refuse", from, String.join(", ", REFUSE_FROM) + " before go-live");
        }
        return new ConnectionState.Refused(reason);
    }

    private static void require(String move, ConnectionState from, ConnectionStep step, List<String> possible) {
        boolean here = from.step().filter(step.id()::equals).isPresent();
        if (!here || !possible.contains(from.code())) {
            throw notAllowed(move, from, String.join(", ", possible) + " at the same step");
        }
    }

    private static BusException notAllowed(String move, ConnectionState from, String possible) {
        String at = from.step().map(step -> " at " + step).orElse("");
        return BusException.of(
                ErrorCode.MOVE_NOT_ALLOWED,
                "state",
                move + " is possible from " + possible + "; this application is " + from.code() + at);
    }
}
