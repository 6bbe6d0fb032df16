package vn.dancu.bus.system;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Keeps the doors of an instance open for a while after it was told to stop, so that no request meets a closed door: health says
 * 503 meanwhile, load balancers go elsewhere, and each answer ends its connection. Nothing of the bus has stopped yet then, so that
 * a suspension still works at once.
 */
final class DoorDrain {

    private static final Logger LOGGER = LoggerFactory.getLogger(DoorDrain.class);

    private final Duration time;
    private @Nullable WebServerApplicationContext open;

    DoorDrain(Duration time) {
        this.time = time;
    }

    /** An instance that stops before it was ready has nobody to wait for. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext doors) {
            open = doors;
        }
    }

    /** The management port has a context of its own, which closes after this one. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void closing(ContextClosedEvent event) {
        WebServerApplicationContext doors = open;
        if (doors == null || event.getApplicationContext() != doors || time.isZero()) {
            return;
        }
        endConnections(doors.getWebServer());
        LOGGER.atInfo().log("Told to stop: health says 503, and requests are taken until load balancers go elsewhere");
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A request on a kept connection would be refused once the doors are closing. */
    private static void endConnections(WebServer server) {
        if (server instanceof TomcatWebServer tomcat
                && tomcat.getTomcat().getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxKeepAliveRequests(1);
        }
    }
}
