package vn.dancu.bus.desk.console.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.DeploymentStep;

/**
 * A deployment as it is shown.
 *
 * @param tone colour of its state
 * @param steps its timeline
 * @param percent how far it is
 */
record DeploymentLine(Deployment deployment, String tone, List<Step> steps, int percent) {

    /** Of the usual way: signature, lint, trial, swap, spread, probation. */
    private static final int USUAL_STEPS = 6;

    private static final int ALL = 100;

    /**
     * A step of the timeline.
     *
     * @param tone colour of its outcome
     * @param millis how long it took, or takes by now
     */
    record Step(DeploymentStep step, String tone, long millis) {}

    static DeploymentLine of(Deployment deployment, Clock clock) {
        Instant now = clock.instant();
        List<Step> steps = deployment.steps().stream()
                .map(step -> new Step(
                        step,
                        stepTone(step.outcome()),
                        Duration.between(step.startedAt(), Objects.requireNonNullElse(step.endedAt(), now))
                                .toMillis()))
                .toList();
        long done = deployment.steps().stream()
                .filter(step -> step.endedAt() != null)
                .count();
        int percent = deployment.state().isFinal() ? ALL : (int) Math.min(ALL - 1, done * ALL / USUAL_STEPS);
        return new DeploymentLine(deployment, tone(deployment.state()), steps, percent);
    }

    private static String tone(Deployment.State state) {
        return switch (state) {
            case TRYING, CANARY, SWAPPING, PROBATION -> "info";
            case KEPT -> "good";
            case UNCHANGED -> "idle";
            case ROLLED_BACK -> "warn";
            case REFUSED, FAILED -> "bad";
        };
    }

    private static String stepTone(String outcome) {
        return switch (outcome) {
            case "done" -> "good";
            case "failed" -> "bad";
            default -> "warn";
        };
    }
}
