package vn.dancu.bus.shelf.deploy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.history.BundleHistory;
import vn.dancu.bus.shelf.history.DeploymentLock;
import vn.dancu.bus.shelf.history.DeploymentLog;
import vn.dancu.bus.shelf.history.InstanceReports;
import vn.dancu.bus.shelf.swap.RouteLoader;
import vn.dancu.bus.shelf.swap.RouteShelf;
import vn.dancu.bus.shelf.swap.StepReader;
import vn.dancu.bus.shelf.trial.Trial;
import vn.dancu.bus.shelf.watch.RouteMeters;
import vn.dancu.bus.shelf.watch.StepMeters;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeployWiring {

    private static final Duration CONVERGENCE_INTERVAL = Duration.ofSeconds(1);

    private final RouteSettings settings;
    private final Clock clock;

    DeployWiring(RouteSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RouteMeters routeMeters() {
        return new RouteMeters();
    }

    @Bean
    StepMeters stepMeters() {
        return new StepMeters();
    }

    @Bean
    RouteShelf routeShelf(CamelContext camel) {
        return new RouteShelf(new RouteLoader(camel), settings.drain(), settings.unsigned());
    }

    @Bean
    Convergence convergence(
            BundleHistory history,
            DeploymentLog log,
            DeploymentLock lock,
            InstanceReports instances,
            RouteShelf shelf,
            RouteMeters meters) {
        return new Convergence(history, log, lock, instances, shelf, meters, settings);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService deploymentRuns() {
        return Executors.newSingleThreadExecutor(work -> new Thread(work, "dancu-deployment"));
    }

    @Bean
    DeploymentRun.Room deploymentRoom(
            BundleHistory history,
            DeploymentLog log,
            InstanceReports instances,
            RouteShelf shelf,
            RouteMeters meters,
            CamelContext camel) {
        Admission admission = new Admission(
                new SignatureCheck(settings),
                history,
                shelf,
                new Trial(camel),
                channel -> camel.getPropertiesComponent()
                        .resolveProperty("dancu.channel." + channel)
                        .isPresent());
        return new DeploymentRun.Room(admission, history, log, instances, shelf, meters, settings, clock);
    }

    @Bean
    Deployer bundles(
            DeploymentRun.Room room,
            DeploymentLock lock,
            Convergence convergence,
            ExecutorService deploymentRuns,
            CamelContext camel,
            StepMeters meters) {
        StepReader steps = new StepReader(camel, meters::read);
        return new Deployer(room, lock, convergence, deploymentRuns, camel, steps);
    }

    @Bean
    BundleWatch bundleWatch(BundleHistory history, RouteShelf shelf, Deployer deployer, Convergence convergence) {
        return new BundleWatch(folder(), settings, history, shelf, deployer, convergence, clock);
    }

    private Path folder() {
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
    CamelContextConfiguration routeShelfOpening(BundleWatch watch) {
        return new ShelfOpening(watch);
    }

    @Bean
    SchedulingConfigurer routeShelfTasks(BundleWatch watch, Convergence convergence, RouteMeters meters) {
        return tasks -> {
            if (!settings.poll().isZero()) {
                tasks.addFixedDelayTask(watch::look, settings.poll());
            }
            tasks.addFixedDelayTask(convergence::look, CONVERGENCE_INTERVAL);
            tasks.addFixedDelayTask(meters::sample, RouteMeters.SAMPLE_INTERVAL);
        };
    }

    /** An exchange of routes may take as long as their messages: whoever brings the news is not to wait for it. */
    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> bundleChanges(
            Convergence convergence, ExecutorService convergenceRuns) {
        return event -> {
            if (event.getPayload().concerns("shelf")) {
                convergenceRuns.execute(convergence::look);
            }
        };
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService convergenceRuns() {
        return Executors.newSingleThreadExecutor(work -> new Thread(work, "dancu-convergence"));
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
                .description("Loose route files that have changed or gone since they were loaded")
                .register(registry);
    }
}
