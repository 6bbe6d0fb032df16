/**
 * The shelf of routes that operators own: every file of {@code routes/} is checked before Camel sees it, and one that is
 * wrong, or that Camel refuses, stops itself and neither the bus nor its neighbours.
 *
 * <p>It loads what is new while the bus runs. What has changed or gone is reported and goes on as it was loaded: replacing a
 * running route safely takes versions and a way back, which have their place in {@link vn.dancu.bus.shelf.RouteLoader}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Shelf",
        allowedDependencies = {"kernel"})
package vn.dancu.bus.shelf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
