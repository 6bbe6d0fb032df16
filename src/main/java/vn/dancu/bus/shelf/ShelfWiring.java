package vn.dancu.bus.shelf;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ShelfWiring {

    @Bean
    RouteShelf routeShelf(RouteSettings settings, CamelContext camel) {
        return new RouteShelf(folder(settings), new RouteLoader(camel));
    }

    private static Path folder(RouteSettings settings) {
        Path folder = Path.of(settings.dir());
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new InvalidConfigurationPropertyValueException(
                    "dancu.routes.dir",
                    folder,
                    "không có hoặc không đọc được thư mục / there is no such folder, or it cannot be read: "
                            + folder.toAbsolutePath());
        }
        return folder;
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
