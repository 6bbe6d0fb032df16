package vn.dancu.bus.shelf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The flows that operators own, and how they are replaced.
 *
 * @param dir the folder of first start, and of files that belong to no bundle
 * @param poll how often the folder is looked at; {@code 0s} is never
 * @param watch where new versions of bundles come from besides the administration
 * @param unsigned whether what is not signed may run, apart from the content of first start
 * @param keys keys that sign bundles, by the name that stands in {@code kid}
 * @param drain how long a route may take to end its messages before it is exchanged
 * @param probation how long a new version is compared with the one before
 * @param failuresAbove by how many points of a hundred the share of failed messages may be higher than before
 * @param latencyAbove how many times as long as before a message may take
 * @param probationMessages how many messages it takes before anything is compared
 * @param convergence how long the instances of the bus have to take a new version
 */
@ConfigurationProperties("dancu.routes")
public record RouteSettings(
        @DefaultValue("routes") String dir,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("folder") Watch watch,
        @DefaultValue("false") boolean unsigned,
        @DefaultValue Map<String, Key> keys,
        @DefaultValue("10s") Duration drain,
        @DefaultValue("2m") Duration probation,
        @DefaultValue("5") int failuresAbove,
        @DefaultValue("3") double latencyAbove,
        @DefaultValue("20") int probationMessages,
        @DefaultValue("15s") Duration convergence) {

    /** Where new versions of bundles come from besides the administration. */
    public enum Watch {
        /** The files of the folder, once they have looked the same twice. */
        FOLDER,
        /** What the last commit of the folder's git working copy holds. */
        GIT,
        /** Nowhere. */
        NONE
    }

    /**
     * A key that signs bundles.
     *
     * @param file the public key or certificate, PEM: EC P-256, Ed25519 or RSA of 2048 bits and more
     * @param zones the zones that it is good for; empty for all
     */
    public record Key(@Nullable Resource file, @DefaultValue List<String> zones) {}

    public RouteSettings {
        keys = Map.copyOf(keys);
        if (poll.isNegative() || poll.toHours() > 1) {
            throw new IllegalArgumentException("dancu.routes.poll takes 0s to 1h");
        }
        if (drain.toMillis() < 100 || drain.toSeconds() > 25) {
            throw new IllegalArgumentException(
                    "dancu.routes.drain takes 100ms to 25s: callers within the bus wait 30 s for a route that is exchanged");
        }
        if (probation.isNegative() || probation.toHours() > 24) {
            throw new IllegalArgumentException("dancu.routes.probation takes 0s to 24h");
        }
        if (failuresAbove < 1 || failuresAbove > 100) {
            throw new IllegalArgumentException("dancu.routes.failures-above takes 1 to 100");
        }
        if (latencyAbove < 1) {
            throw new IllegalArgumentException("dancu.routes.latency-above takes 1 and more");
        }
        if (probationMessages < 1) {
            throw new IllegalArgumentException("dancu.routes.probation-messages takes 1 and more");
        }
        if (convergence.toSeconds() < 1 || convergence.toMinutes() > 10) {
            throw new IllegalArgumentException("dancu.routes.convergence takes 1s to 10m");
        }
    }
}
