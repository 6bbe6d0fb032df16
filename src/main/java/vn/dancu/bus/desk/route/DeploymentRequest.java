package vn.dancu.bus.desk.route;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.DeploymentPlan;
import vn.dancu.bus.shelf.bundle.BundleContent;

/**
 * A bundle that is to run.
 *
 * @param files as in {@link BundleRequest}
 * @param signature as in {@link BundleRequest}
 * @param reason in words
 * @param shadowMessages copies of live messages that are compared first; null or 0 for none
 * @param shadowSeconds how long they are waited for
 * @param shadowDifferences how many of them may be treated otherwise
 * @param canaryPartners partners whose lanes go first
 * @param canaryPercent share of the routes that go first
 * @param probationSeconds how long it is compared with what was before
 */
record DeploymentRequest(
        Map<String, String> files,
        @Nullable String signature,
        String reason,
        @Nullable Integer shadowMessages,
        @Nullable Integer shadowSeconds,
        @Nullable Integer shadowDifferences,
        @Nullable List<String> canaryPartners,
        @Nullable Integer canaryPercent,
        @Nullable Integer probationSeconds) {

    BundleContent content() {
        return new BundleRequest(files, signature).content();
    }

    DeploymentPlan plan(String words) {
        return new DeploymentPlan(
                words,
                DeploymentPlan.Shadow.of(shadowMessages, shadowSeconds, shadowDifferences),
                canaryPartners == null ? List.of() : canaryPartners,
                canaryPercent == null ? 0 : canaryPercent,
                probationSeconds == null ? null : Duration.ofSeconds(probationSeconds));
    }
}
