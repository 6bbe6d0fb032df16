package vn.dancu.bus.desk.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.authority.BilingualLabel;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;
import vn.dancu.bus.partner.connection.plan.StepPlan;

/** A plan of steps as it is answered. */
record PlanResponse(String version, List<StepResponse> steps) {

    record StepResponse(
            String id,
            BilingualLabel name,
            List<String> handsIn,
            @Nullable Integer handInWithin,
            List<DocumentResponse> documents,
            List<BilingualLabel> checks,
            List<String> approvals,
            int decideWithin,
            String basis,
            String effect) {}

    record DocumentResponse(String id, BilingualLabel name, boolean throughPlatform) {}

    static PlanResponse of(StepPlan plan) {
        return new PlanResponse(
                plan.version(), plan.steps().stream().map(PlanResponse::step).toList());
    }

    static StepResponse step(ConnectionStep step) {
        return new StepResponse(
                step.id(),
                step.name(),
                step.handIn().roles().stream().map(Role::code).sorted().toList(),
                step.handIn().within(),
                step.handIn().documents().stream()
                        .map(it -> new DocumentResponse(it.id(), it.name(), it.throughPlatform()))
                        .toList(),
                step.decision().checks(),
                step.decision().approvals().stream().map(Role::code).toList(),
                step.decision().within(),
                step.basis(),
                step.effect().code());
    }
}
