package vn.dancu.bus.shelf;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a bundle is to be deployed.
 *
 * @param reason why, in words
 * @param canaryPartners partners whose lanes take the new version first, on every instance
 * @param canaryPercent share of the routes that change which take it first, 1 to 99, at least one route; 0 for none
 * @param probation how long it is compared with what was before; null for {@code dancu.routes.probation}
 */
public record DeploymentPlan(
        String reason, List<String> canaryPartners, int canaryPercent, @Nullable Duration probation) {

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
