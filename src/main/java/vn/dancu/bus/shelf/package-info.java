/**
 * The shelf of routes that operators own: bundles that are checked, tried out, exchanged while the bus runs, kept or taken back
 * by themselves, and loose files that run as they are found. What is wrong stops itself and neither the bus nor its neighbours.
 *
 * <p>Face: {@link vn.dancu.bus.shelf.Bundles}. PostgreSQL says which version of a bundle every instance is to run; the folder of
 * routes is the content of first start, and a place where new versions may be found.
 */
@NullMarked
@ApplicationModule(
        displayName = "Shelf",
        allowedDependencies = {"kernel", "audit", "camel", "probe", "expiry", "job", "signing"})
package vn.dancu.bus.shelf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
