package vn.dancu.bus.shelf.deploy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EventNotifier;
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
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.JobSource;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.history.BundleHistory;
import vn.dancu.bus.shelf.history.DeploymentLock;
import vn.dancu.bus.shelf.history.DeploymentLog;
import vn.dancu.bus.shelf.history.InstanceReports;
import vn.dancu.bus.shelf.shadow.LiveTap;
import vn.dancu.bus.shelf.shadow.ShadowRun;
import vn.dancu.bus.shelf.swap.RouteLoader;
import vn.dancu.bus.shelf.swap.RouteShelf;
import vn.dancu.bus.shelf.swap.StepReader;
import vn.dancu.bus.shelf.trial.Trial;
import vn.dancu.bus.shelf.watch.RouteMeters;
import vn.dancu.bus.shelf.watch.StepMeters;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeployWiring {

    /** Of the usual way: signature, lint, trial, swap, spread, probation. */
    private static final long DEPLOYMENT_STEPS = 6;

    private static final Duration CONVERGENCE_INTERVAL = Duration.ofSeconds(1);

    private static final Duration BEAT_INTERVAL = Duration.ofSeconds(3);

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
    EventNotifier retriedMessages(RouteMeters meters) {
        return meters.retries();
    }

    @Bean
    StepMeters stepMeters() {
        return new StepMeters();
    }

    @Bean
    LiveTap liveTap() {
        return new LiveTap();
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
            LiveTap tap,
            CamelContext camel) {
        Trial trial = new Trial(camel);
        Admission admission = new Admission(
                new SignatureCheck(settings),
                history,
                shelf,
                trial,
                new ShadowRun(tap, trial, clock),
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
    JobSource deploymentJobs(Deployer bundles) {
        return most -> bundles.deployments(null, null, most).stream()
                .map(DeployWiring::job)
                .toList();
    }

    private static Job job(Deployment deployment) {
        long ended = deployment.steps().stream()
                .filter(step -> step.endedAt() != null)
                .count();
        Job.State state =
                switch (deployment.state()) {
                    case TRYING, CANARY, SWAPPING, PROBATION -> Job.State.RUNNING;
                    case KEPT, UNCHANGED -> Job.State.DONE;
                    case REFUSED, FAILED -> Job.State.FAILED;
                    case ROLLED_BACK -> Job.State.STOPPED;
                };
        return new Job(
                Job.Kind.DEPLOYMENT,
                deployment.id().toString(),
                deployment.name() + " " + deployment.version(),
                deployment.by(),
                deployment.startedAt(),
                deployment.endedAt(),
                state,
                Job.Unit.STEPS,
                ended,
                state.isOpen()
                        ? Long.valueOf(Math.max(ended, DEPLOYMENT_STEPS))
                        : ended == 0 ? null : Long.valueOf(ended),
                "/desk/deployments/" + deployment.id());
    }

    @Bean
    ExpirySource routeKeyExpiries() {
        return () -> settings.keys().entrySet().stream()
                .map(each -> SignatureCheck.file(
                                each.getKey(),
                                Objects.requireNonNull(each.getValue().file()))
                        .item())
                .toList();
    }

    @Bean
    ConnectionSource workingCopyConnection() {
        return settings.watch() == RouteSettings.Watch.GIT
                ? () -> List.of(TestedConnection.plain(
                        "routes-git",
                        TestedConnection.Kind.WORKING_COPY,
                        null,
                        steps -> steps.run(ProbeStage.ANSWER, this::committed)))
                : List::of;
    }

    private String committed() throws ProbeFailure {
        try {
            return new GitWorkingCopy(folder()).read().bundles().size() + " bundles";
        } catch (IOException e) {
            throw new ProbeFailure(ProbeFault.ANSWER_UNREADABLE, settings.dir(), e);
        }
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
    SchedulingConfigurer routeShelfTasks(
            BundleWatch watch, Convergence convergence, InstanceReports instances, RouteMeters meters) {
        return tasks -> {
            if (!settings.poll().isZero()) {
                tasks.addFixedDelayTask(watch::look, settings.poll());
            }
            tasks.addFixedDelayTask(convergence::look, CONVERGENCE_INTERVAL);
            tasks.addFixedDelayTask(instances::beat, BEAT_INTERVAL);
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
