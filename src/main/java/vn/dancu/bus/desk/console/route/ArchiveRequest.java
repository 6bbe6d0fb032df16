package vn.dancu.bus.desk.console.route;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.shelf.DeploymentPlan;

/**
 * What the page of deployments sends: JSON, since forms take no files.
 *
 * @param archive the bytes of a ZIP in Base64
 * @param reason in words; only a check has none
 * @param shadowMessages copies of live messages that are compared first
 * @param canaryPartners ids with commas between them, whose lanes go first
 * @param canaryPercent share of the routes that go first
 * @param probationMinutes how long it is compared with what was before
 */
record ArchiveRequest(
        String archive,
        @Nullable String reason,
        @Nullable Integer shadowMessages,
        @Nullable String canaryPartners,
        @Nullable Integer canaryPercent,
        @Nullable Integer probationMinutes) {

    DeploymentPlan plan() {
        try {
            return new DeploymentPlan(
                    ActReason.checked("reason", Objects.requireNonNullElse(reason, "")),
                    DeploymentPlan.Shadow.of(shadowMessages, null, null),
                    Stream.of(Objects.requireNonNullElse(canaryPartners, "").split("[,\\s]+"))
                            .filter(id -> !id.isEmpty())
                            .toList(),
                    Objects.requireNonNullElse(canaryPercent, 0),
                    probationMinutes == null ? null : Duration.ofMinutes(probationMinutes));
        } catch (IllegalArgumentException e) {
            throw new BusException(
                    Refusal.of(ErrorCode.FIELD_INVALID, "canaryPercent", String.valueOf(e.getMessage())), e);
        }
    }

    /** The archive stays out of logs. */
    @Override
    public String toString() {
        return "ArchiveRequest[" + archive.length() + " characters]";
    }
}
