package vn.dancu.bus.desk.route;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.DeploymentStep;

/** A deployment with its timeline. */
record DeploymentResponse(
        UUID id,
        String name,
        String version,
        @Nullable String from,
        String digest,
        @Nullable String fromDigest,
        Deployment.Cause cause,
        String by,
        String reason,
        Deployment.State state,
        boolean ended,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<RouteFindingResponse> findings,
        List<DeploymentStep> steps) {

    static DeploymentResponse of(Deployment deployment) {
        return new DeploymentResponse(
                deployment.id(),
                deployment.name(),
                deployment.version().toString(),
                deployment.from() == null ? null : deployment.from().toString(),
                deployment.digest(),
                deployment.fromDigest(),
                deployment.cause(),
                deployment.by(),
                deployment.reason(),
                deployment.state(),
                deployment.state().isFinal(),
                deployment.startedAt(),
                deployment.endedAt(),
                RouteFindingResponse.of(deployment.findings()),
                deployment.steps());
    }
}
