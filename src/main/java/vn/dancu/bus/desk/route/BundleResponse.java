package vn.dancu.bus.desk.route;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.shelf.RunningBundle;
import vn.dancu.bus.shelf.bundle.BundleManifest;

/** A bundle with what each instance runs of it, and its routes on the instance that answers. */
record BundleResponse(
        String name,
        String version,
        String zone,
        String owner,
        BundleManifest.Description description,
        String digest,
        Instant since,
        UUID deployment,
        List<String> channels,
        List<String> needs,
        List<String> files,
        List<RunningBundle.OnInstance> instances,
        List<RunningBundle.RunningRoute> routes) {

    static BundleResponse of(RunningBundle bundle) {
        BundleManifest manifest = bundle.manifest();
        return new BundleResponse(
                manifest.name(),
                manifest.version().toString(),
                manifest.zone(),
                manifest.owner(),
                manifest.description(),
                bundle.digest(),
                bundle.since(),
                bundle.deployment(),
                manifest.channels(),
                manifest.needs(),
                manifest.files(),
                bundle.instances(),
                bundle.routes());
    }
}
