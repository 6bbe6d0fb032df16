package vn.dancu.bus.shelf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.bundle.BundleManifest;

/**
 * A bundle as every instance is to run it.
 *
 * @param manifest what it says of itself
 * @param digest of its content
 * @param since since when it is wanted
 * @param deployment by which it came
 * @param instances what each instance runs
 * @param routes its routes on this instance
 */
public record RunningBundle(
        BundleManifest manifest,
        String digest,
        Instant since,
        UUID deployment,
        List<OnInstance> instances,
        List<RunningRoute> routes) {

    public RunningBundle {
        instances = List.copyOf(instances);
        routes = List.copyOf(routes);
    }

    /**
     * What an instance has reported.
     *
     * @param instance its name
     * @param version what it runs; null when it runs nothing of the bundle
     * @param canary version that a part of its routes runs first; null when there is no such part
     * @param trouble why it does not run what is wanted: code of a rule; null when it does
     * @param reportedAt when; an instance that is alive reports every few seconds
     */
    public record OnInstance(
            String instance,
            @Nullable String version,
            @Nullable String canary,
            @Nullable String trouble,
            Instant reportedAt) {}

    /**
     * A route of this instance since it was started.
     *
     * @param id its id
     * @param description what it is for
     * @param started whether it takes messages
     * @param exchanges messages that went through
     * @param failed those of them that failed
     * @param meanMicros mean time of a message in microseconds
     */
    public record RunningRoute(
            String id, @Nullable String description, boolean started, long exchanges, long failed, long meanMicros) {}
}
