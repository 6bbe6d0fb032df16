package vn.dancu.bus.partner.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;
import vn.dancu.bus.partner.connection.plan.Plans;
import vn.dancu.bus.partner.connection.plan.StepPlan;

/** Every state and every move: where it leads, or that it is refused and says from where it is possible. */
class ApplicationStateMachineTest {

    private static final StepPlan PLAN = Plans.small();
    private final ApplicationStateMachine course = new ApplicationStateMachine(PLAN);

    @Test
    void beginsAtTheFirstStep() {
        assertThat(course.begin()).isEqualTo(new ConnectionState.Applying("request"));
    }

    @ParameterizedTest
    @CsvSource({
        // state@step, move@step, state@step it leads to
        "applying@request, submit@request, in-review@request",
        "applying@request, approve@request, -",
        "applying@request, return@request, -",
        "applying@request, refuse@request, refused",
        "applying@request, submit@go-live, -",
        "in-review@request, submit@request, -",
        "in-review@request, approve@request, applying@go-live",
        "in-review@request, return@request, sent-back@request",
        "in-review@request, refuse@request, refused",
        "in-review@request, approve@go-live, -",
        "in-review@request, return@go-live, -",
        "sent-back@request, submit@request, in-review@request",
        "sent-back@request, approve@request, -",
        "sent-back@request, return@request, -",
        "sent-back@request, refuse@request, refused",
        "in-review@go-live, approve@go-live, live@check-after",
        "in-review@go-live, refuse@go-live, refused",
        "in-review@go-live, approve@request, -",
        "live@check-after, submit@check-after, in-review@check-after",
        "live@check-after, approve@check-after, -",
        "live@check-after, return@check-after, -",
        "live@check-after, refuse@check-after, -",
        "in-review@check-after, submit@check-after, -",
        "in-review@check-after, approve@check-after, checked",
        "in-review@check-after, return@check-after, sent-back@check-after",
        "in-review@check-after, refuse@check-after, -",
        "sent-back@check-after, submit@check-after, in-review@check-after",
        "sent-back@check-after, refuse@check-after, -",
        "checked, submit@check-after, -",
        "checked, approve@check-after, -",
        "checked, return@check-after, -",
        "checked, refuse@check-after, -",
        "refused, submit@request, -",
        "refused, approve@request, -",
        "refused, return@request, -",
        "refused, refuse@request, -"
    })
    void leadsWhereTheTableSays(String from, String move, String to) {
        Supplier<ConnectionState> workflow = () -> move(state(from), move);

        if (to.equals("-")) {
            BusException refused = catchThrowableOfType(BusException.class, workflow::get);
            assertThat(refused.refusal().code()).isEqualTo(ErrorCode.MOVE_NOT_ALLOWED);
            assertThat(refused.refusal().rule())
                    .contains(" is possible from ")
                    .contains("this application is " + from.replace("@", " at "));
        } else {
            assertThat(text(workflow.get())).isEqualTo(to);
        }
    }

    private ConnectionState move(ConnectionState from, String move) {
        String[] parts = move.split("@");
        ConnectionStep step = PLAN.find(parts[1]).orElseThrow();
        return switch (parts[0]) {
            case "submit" -> course.submit(from, step);
            case "approve" -> course.approve(from, step);
            case "return" -> course.sendBack(from, step, "thiếu trang");
            default -> course.refuse(from, "không đủ điều kiện");
        };
    }

    private static ConnectionState state(String text) {
        List<String> parts = List.of(text.split("@"));
        return switch (parts.get(0)) {
            case "applying" -> new ConnectionState.Applying(parts.get(1));
            case "in-review" -> new ConnectionState.InReview(parts.get(1));
            case "sent-back" -> new ConnectionState.SentBack(parts.get(1), "thiếu trang");
            case "live" -> new ConnectionState.Live(parts.get(1));
            case "checked" -> new ConnectionState.Checked();
            default -> new ConnectionState.Refused("không đủ điều kiện");
        };
    }

    private static String text(ConnectionState state) {
        return state.code() + state.step().map(step -> "@" + step).orElse("");
    }
}
