package vn.dancu.bus.desk.route;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.Deployment;

/** A deployment in a list. */
record DeploymentSummaryResponse(
        UUID id,
        String name,
        String version,
        @Nullable String from,
        Deployment.Cause cause,
        String by,
        String reason,
        Deployment.State state,
        Instant startedAt,
        @Nullable Instant endedAt) {

    static DeploymentSummaryResponse of(Deployment deployment) {
        return new DeploymentSummaryResponse(
                deployment.id(),
                deployment.name(),
                deployment.version().toString(),
                deployment.from() == null ? null : deployment.from().toString(),
                deployment.cause(),
                deployment.by(),
                deployment.reason(),
                deployment.state(),
                deployment.startedAt(),
                deployment.endedAt());
    }
}
