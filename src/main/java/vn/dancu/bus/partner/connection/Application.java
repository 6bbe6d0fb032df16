package vn.dancu.bus.partner.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.partner.connection.plan.StepPlan;

/**
 * An application with its steps and all that happened to it.
 *
 * @param progress how far it is
 * @param plan the steps that it keeps
 * @param moves in order
 */
public record Application(ApplicationProgress progress, StepPlan plan, List<ApplicationMove> moves) {

    public Application {
        moves = List.copyOf(moves);
    }

    /** What counts of the documents handed in at a step: the latest of each. */
    public List<DocumentEvidence> evidence(String step) {
        Map<String, DocumentEvidence> latest = new LinkedHashMap<>();
        for (ApplicationMove move : moves) {
            if (move.step().equals(step)) {
                move.evidence().forEach(it -> latest.put(it.document(), it));
            }
        }
        return List.copyOf(latest.values());
    }

    /** The approvals that count at a step: those since its documents were last handed in and not sent back since. */
    public List<ApplicationMove> approvals(String step) {
        List<ApplicationMove> counting = new ArrayList<>();
        for (ApplicationMove move : moves) {
            if (move.step().equals(step)) {
                switch (move.kind()) {
                    case APPROVED -> counting.add(move);
                    case SUBMITTED, SENT_BACK -> counting.clear();
                    default -> {}
                }
            }
        }
        return List.copyOf(counting);
    }

    /** How many steps are approved, from the first on. */
    public int stepsDone() {
        ConnectionState state = progress.state();
        if (state instanceof ConnectionState.Checked) {
            return plan.steps().size();
        }
        String here = state.step().orElseGet(() -> moves.get(moves.size() - 1).step());
        return plan.position(here);
    }

    /** Whether this person applied, or handed in at this step: then somebody else must approve. */
    boolean isOwn(String step, Actor person) {
        return progress.appliedBy().equals(person.name())
                || moves.stream()
                        .anyMatch(move -> move.kind() == ApplicationMove.Kind.SUBMITTED
                                && move.step().equals(step)
                                && move.by().equals(person.name()));
    }
}
