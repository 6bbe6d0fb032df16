package vn.dancu.bus.desk.console.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
     * @param detail what it worked on; of an exchange nothing but what went wrong
     * @param exchanged ids of the routes that an exchange builds anew; so for the other two
     * @param tone colour of its outcome
     * @param millis how long it took, or takes by now
     */
    record Step(
            DeploymentStep step,
            String detail,
            String exchanged,
            String added,
            String removed,
            String tone,
            long millis) {

        /** As the shelf writes down what an exchange changes. */
        private static final Pattern EXCHANGE =
                Pattern.compile("exchanged \\[(.*?)], added \\[(.*?)], removed \\[(.*?)](?:; )?(.*)");

        static Step of(DeploymentStep step, Instant now) {
            String tone = stepTone(step.outcome());
            long millis = Duration.between(step.startedAt(), Objects.requireNonNullElse(step.endedAt(), now))
                    .toMillis();
            Matcher exchange = EXCHANGE.matcher(step.detail());
            return exchange.matches()
                    ? new Step(
                            step,
                            exchange.group(4),
                            exchange.group(1),
                            exchange.group(2),
                            exchange.group(3),
                            tone,
                            millis)
                    : new Step(step, step.detail(), "", "", "", tone, millis);
        }
    }

    static DeploymentLine of(Deployment deployment, Clock clock) {
        Instant now = clock.instant();
        List<Step> steps =
                deployment.steps().stream().map(step -> Step.of(step, now)).toList();
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
