package vn.dancu.bus.shelf;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a deployment, for its timeline.
 *
 * @param name {@code signature}, {@code lint}, {@code trial}, {@code shadow}, {@code canary}, {@code swap}, {@code spread}, {@code probation} or
 *     {@code rollback}
 * @param outcome {@code running}, {@code done} or {@code failed}
 * @param detail counts, ids of routes and rules; never content of a message
 * @param instance where it was done
 * @param startedAt when it began
 * @param endedAt when it ended; null while it runs
 */
public record DeploymentStep(
        String name, String outcome, String detail, String instance, Instant startedAt, @Nullable Instant endedAt) {}
