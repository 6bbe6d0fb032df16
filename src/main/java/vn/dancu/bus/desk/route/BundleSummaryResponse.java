package vn.dancu.bus.desk.route;

import java.time.Instant;
import vn.dancu.bus.shelf.RunningBundle;

/** A bundle in a list. */
record BundleSummaryResponse(
        String name,
        String version,
        String zone,
        String owner,
        Instant since,
        int routes,
        long exchanges,
        long failed) {

    static BundleSummaryResponse of(RunningBundle bundle) {
        return new BundleSummaryResponse(
                bundle.manifest().name(),
                bundle.manifest().version().toString(),
                bundle.manifest().zone(),
                bundle.manifest().owner(),
                bundle.since(),
                bundle.routes().size(),
                bundle.routes().stream()
                        .mapToLong(RunningBundle.RunningRoute::exchanges)
                        .sum(),
                bundle.routes().stream()
                        .mapToLong(RunningBundle.RunningRoute::failed)
                        .sum());
    }
}
