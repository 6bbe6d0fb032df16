package vn.dancu.bus.shelf.deploy;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;

/** Opens the shelf when Camel has started, and lists the routes that run then. */
final class ShelfOpening implements CamelContextConfiguration {

    private static final Logger LOGGER = LoggerFactory.getLogger(ShelfOpening.class);

    private final BundleWatch watch;

    ShelfOpening(BundleWatch watch) {
        this.watch = watch;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        // Files are loaded after the start.
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        watch.open();
        for (Route route : camel.getRoutes()) {
            LOGGER.atInfo()
                    .addKeyValue(LogKeys.ROUTE_ID, route.getRouteId())
                    .addKeyValue(LogKeys.DESCRIPTION, route.getDescription())
                    .log("Route");
        }
    }
}
