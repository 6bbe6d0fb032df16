package vn.dancu.bus.shelf;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ShelfWiring {

    @Bean
    RouteShelf routeShelf(RouteSettings settings, CamelContext camel) {
        return new RouteShelf(Path.of(settings.dir()), new RouteLoader(camel));
    }

    /** Routes are added when Camel runs: one that cannot start then stops itself only. */
    @Bean
    CamelContextConfiguration routeShelfOpening(RouteShelf shelf) {
        return new ShelfOpening(shelf);
    }

    @Bean
    SchedulingConfigurer routeFolderPolls(RouteSettings settings, RouteShelf shelf) {
        return tasks -> {
            if (!settings.poll().isZero()) {
                tasks.addFixedDelayTask(shelf::look, settings.poll());
            }
        };
    }

    /** A refused file is no reason to send questions elsewhere: the rest of the bus answers. */
    @Bean
    HealthIndicator routesHealthIndicator(RouteShelf shelf) {
        return () -> {
            RouteShelf.State state = shelf.state();
            return Health.up()
                    .withDetail("running", state.running())
                    .withDetail("rejected", state.rejected())
                    .withDetail("stale", state.stale())
                    .build();
        };
    }

    @Bean
    Gauge rejectedRoutes(MeterRegistry registry, RouteShelf shelf) {
        return Gauge.builder(
                        "dancu.routes.rejected", () -> shelf.state().rejected().size())
                .description("Route files that do not run since they are wrong or were refused")
                .register(registry);
    }

    @Bean
    Gauge staleRoutes(MeterRegistry registry, RouteShelf shelf) {
        return Gauge.builder("dancu.routes.stale", () -> shelf.state().stale().size())
                .description("Route files that have changed or gone since they were loaded")
                .register(registry);
    }
}
