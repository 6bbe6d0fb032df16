package vn.dancu.bus.partner.connection.plan;

import java.util.List;
import java.util.Optional;

/**
 * The steps to connection in their order.
 *
 * @param version SHA-256 of the file, lower-case hex: an application keeps the plan it began with
 * @param steps never empty
 */
public record StepPlan(String version, List<ConnectionStep> steps) {

    public StepPlan {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A plan has at least one step");
        }
    }

    public ConnectionStep first() {
        return steps.get(0);
    }

    /** The step of that id; empty when there is none. */
    public Optional<ConnectionStep> find(String id) {
        return steps.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The step that follows; empty after the last. */
    public Optional<ConnectionStep> after(ConnectionStep step) {
        int next = position(step.id()) + 1;
        return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
    }

    /** Whether the partner is connected when this step begins. */
    public boolean isAfterGoLive(String id) {
        return position(id) > goLive();
    }

    /** The steps to the one that lets the partner connect, and this one. */
    public List<ConnectionStep> untilGoLive() {
        return steps.subList(0, goLive() + 1);
    }

    public int position(String id) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private int goLive() {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).effect() == ConnectionStep.Effect.GO_LIVE) {
                return i;
            }
        }
        return steps.size();
    }
}
