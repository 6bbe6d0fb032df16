package vn.dancu.bus.shelf.history;

import java.util.Set;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;

/**
 * A version that some routes of every instance run before it is wanted of all.
 *
 * @param name of the bundle
 * @param version its version
 * @param digest of its content
 * @param routes ids of those routes
 */
public record CanaryBundle(String name, ReleaseNumber version, String digest, Set<String> routes) {

    public CanaryBundle {
        routes = Set.copyOf(routes);
    }
}
