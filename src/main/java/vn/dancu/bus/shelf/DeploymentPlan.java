package vn.dancu.bus.shelf;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a bundle is to be deployed.
 *
 * @param reason why, in words
 * @param shadow how many copies of live messages the new version must treat as the running one does before anything is exchanged;
 *     null for none
 * @param canaryPartners partners whose lanes take the new version first, on every instance
 * @param canaryPercent share of the routes that change which take it first, 1 to 99, at least one route; 0 for none
 * @param probation how long it is compared with what was before; null for {@code dancu.routes.probation}
 */
public record DeploymentPlan(
        String reason,
        @Nullable Shadow shadow,
        List<String> canaryPartners,
        int canaryPercent,
        @Nullable Duration probation) {

    /**
     * A comparison on copies of live messages.
     *
     * @param messages how many of them are compared, 1 to 10000
     * @param time how long they are waited for, 1 second to 1 hour
     * @param differences how many of them may be treated otherwise
     */
    public record Shadow(int messages, Duration time, int differences) {

        private static final int MAX_MESSAGES = 10_000;

        public Shadow {
            if (messages < 1 || messages > MAX_MESSAGES) {
                throw new IllegalArgumentException("shadowMessages takes 1 to 10000");
            }
            if (time.toSeconds() < 1 || time.toHours() > 1) {
                throw new IllegalArgumentException("shadowSeconds takes 1 to 3600");
            }
            if (differences < 0) {
                throw new IllegalArgumentException("shadowDifferences takes 0 and more");
            }
        }

        private static final Duration MINUTE = Duration.ofMinutes(1);

        /**
         * What an asker wrote.
         *
         * @param messages null or 0 for no shadow
         * @param seconds null for one minute
         * @param differences null for none
         */
        public static @Nullable Shadow of(
                @Nullable Integer messages, @Nullable Integer seconds, @Nullable Integer differences) {
            return messages == null || messages == 0
                    ? null
                    : new Shadow(
                            messages,
                            seconds == null ? MINUTE : Duration.ofSeconds(seconds),
                            differences == null ? 0 : differences);
        }
    }

    /** One without a shadow. */
    public DeploymentPlan(String reason, List<String> canaryPartners, int canaryPercent, @Nullable Duration probation) {
        this(reason, null, canaryPartners, canaryPercent, probation);
    }

    public DeploymentPlan {
        canaryPartners = List.copyOf(canaryPartners);
        if (canaryPercent < 0 || canaryPercent > 99) {
            throw new IllegalArgumentException("canaryPercent takes 0 to 99");
        }
        if (probation != null && (probation.isNegative() || probation.toHours() > 24)) {
            throw new IllegalArgumentException("probation takes 0 to 24 hours");
        }
    }

    /** All at once, on probation for the time of the settings. */
    public static DeploymentPlan of(String reason) {
        return new DeploymentPlan(reason, List.of(), 0, null);
    }

    /** Which part goes first, for the timeline. */
    public String canaryText() {
        return canaryPartners.isEmpty() ? canaryPercent + " %" : String.join(", ", canaryPartners);
    }

    /** Whether a part goes first. */
    public boolean hasCanary() {
        return canaryPercent > 0 || !canaryPartners.isEmpty();
    }
}
