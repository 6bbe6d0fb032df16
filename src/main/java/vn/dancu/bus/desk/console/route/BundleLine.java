package vn.dancu.bus.desk.console.route;

import java.util.Objects;
import vn.dancu.bus.shelf.RunningBundle;

/**
 * A bundle in the list.
 *
 * @param exchanges messages through all its routes on this instance
 * @param failed those of them that failed
 * @param stopped how many of its routes take no messages
 * @param behind how many instances do not run the wanted version
 */
record BundleLine(RunningBundle bundle, long exchanges, long failed, long stopped, long behind) {

    static BundleLine of(RunningBundle bundle) {
        String wanted = bundle.manifest().version().toString();
        return new BundleLine(
                bundle,
                bundle.routes().stream()
                        .mapToLong(RunningBundle.RunningRoute::exchanges)
                        .sum(),
                bundle.routes().stream()
                        .mapToLong(RunningBundle.RunningRoute::failed)
                        .sum(),
                bundle.routes().stream().filter(route -> !route.started()).count(),
                bundle.instances().stream()
                        .filter(instance -> !Objects.equals(instance.version(), wanted) || instance.trouble() != null)
                        .count());
    }

    /** Whether all is well with it, for the colour of its badge. */
    public String tone() {
        return behind > 0 || stopped > 0 ? "warn" : "good";
    }
}
