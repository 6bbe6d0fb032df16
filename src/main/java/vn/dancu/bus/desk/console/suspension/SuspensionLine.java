package vn.dancu.bus.desk.console.suspension;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.suspension.Suspension;
import vn.dancu.bus.partner.suspension.SuspensionGround;

/**
 * A suspension as somebody sees it.
 *
 * @param ground null when the file of grounds does not have it any more
 * @param mayCancel whether it has not begun, and whoever looks may cancel it; so for the other two
 */
record SuspensionLine(
        Suspension suspension,
        String state,
        String tone,
        @Nullable SuspensionGround ground,
        @Nullable String partnerName,
        boolean mayCancel,
        boolean mayResume,
        boolean mayConfirm) {

    static SuspensionLine of(
            Suspension suspension,
            @Nullable SuspensionGround ground,
            @Nullable String partnerName,
            Actor actor,
            Instant now) {
        Suspension.State state = suspension.stateAt(now);
        boolean operator = actor.has(Role.OPERATOR);
        boolean running = state == Suspension.State.RUNNING;
        return new SuspensionLine(
                suspension,
                state.name(),
                tone(state),
                ground,
                partnerName,
                operator && state == Suspension.State.SCHEDULED,
                operator && running,
                running
                        && suspension.isUnconfirmed()
                        && actor.has(Role.APPROVER)
                        && !suspension.orderedBy().equals(actor.name()));
    }

    private static String tone(Suspension.State state) {
        return switch (state) {
            case SCHEDULED -> "info";
            case RUNNING -> "warn";
            case LAPSED -> "bad";
            case ENDED, RESUMED -> "good";
            case CANCELLED -> "idle";
        };
    }
}
