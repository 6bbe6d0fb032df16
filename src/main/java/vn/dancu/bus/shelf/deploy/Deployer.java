package vn.dancu.bus.shelf.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.shelf.BundleDifference;
import vn.dancu.bus.shelf.BundleVerdict;
import vn.dancu.bus.shelf.BundleVersion;
import vn.dancu.bus.shelf.Bundles;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.Deployment.Cause;
import vn.dancu.bus.shelf.Deployment.State;
import vn.dancu.bus.shelf.DeploymentPlan;
import vn.dancu.bus.shelf.RouteStep;
import vn.dancu.bus.shelf.RunningBundle;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleManifest;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;
import vn.dancu.bus.shelf.deploy.DeploymentRun.Order;
import vn.dancu.bus.shelf.history.DeploymentLock;
import vn.dancu.bus.shelf.history.WantedBundle;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.swap.StepReader;
import vn.dancu.bus.shelf.swap.SwapPreview;
import vn.dancu.bus.shelf.watch.MeterReading;

/** The face of the shelf: decides at once what can be decided, and leaves the rest to a run of its own. */
final class Deployer implements Bundles {

    private static final int MAX_VERSIONS = 200;

    private final DeploymentRun.Room room;
    private final DeploymentLock lock;
    private final Convergence convergence;
    private final Executor runs;
    private final CamelContext camel;
    private final StepReader steps;

    Deployer(
            DeploymentRun.Room room,
            DeploymentLock lock,
            Convergence convergence,
            Executor runs,
            CamelContext camel,
            StepReader steps) {
        this.room = room;
        this.lock = lock;
        this.convergence = convergence;
        this.runs = runs;
        this.camel = camel;
        this.steps = steps;
    }

    @Override
    public List<RunningBundle> running() {
        return room.history().wanted().values().stream().map(this::running).toList();
    }

    @Override
    public Optional<RunningBundle> find(String name) {
        return Optional.ofNullable(room.history().wanted().get(name)).map(this::running);
    }

    private RunningBundle running(WantedBundle wanted) {
        BundleManifest manifest = content(wanted.name(), wanted.version())
                .orElseThrow(() -> new IllegalStateException("A wanted version has its content"))
                .manifest();
        return new RunningBundle(
                manifest,
                wanted.digest(),
                wanted.since(),
                wanted.deployment(),
                room.instances().of(wanted.name()),
                room.shelf().routes(wanted.name()).stream().map(this::route).toList());
    }

    private RunningBundle.RunningRoute route(String id) {
        MeterReading reading = room.meters().read(id);
        // Neither is there while the route is being exchanged.
        ServiceStatus status = camel.getRouteController().getRouteStatus(id);
        return new RunningBundle.RunningRoute(
                id,
                Optional.ofNullable(camel.getRoute(id))
                        .map(Route::getDescription)
                        .orElse(null),
                status != null && status.isStarted(),
                reading.exchanges(),
                reading.failed(),
                reading.meanMicros());
    }

    @Override
    public List<RouteStep> steps(String route) {
        return steps.read(route);
    }

    @Override
    public List<BundleVersion> versions(String name, int limit) {
        return room.history().versions(name, limit);
    }

    @Override
    public Optional<BundleContent> content(String name, ReleaseNumber version) {
        return room.history().content(name, version);
    }

    @Override
    public BundleVerdict check(BundleContent content) {
        List<RouteFinding> findings = new ArrayList<>(room.admission().files(content));
        String signer = null;
        if (content.readableManifest().isPresent()) {
            BundleManifest manifest = content.manifest();
            SignatureCheck.Outcome signature = room.admission().signature(content, manifest);
            signer = signature.signer();
            findings.addAll(0, signature.findings());
            findings.addAll(room.admission()
                    .version(content, manifest, room.history().wanted().get(manifest.name())));
        }
        if (findings.isEmpty()) {
            findings.addAll(room.admission().trial(content));
        }
        return new BundleVerdict(content.digest(), signer, findings);
    }

    @Override
    public BundleDifference difference(BundleContent content) {
        BundleManifest manifest = manifest(content);
        WantedBundle wanted = room.history().wanted().get(manifest.name());
        BundleContent before = wanted == null
                ? null
                : content(manifest.name(), wanted.version()).orElse(null);
        SwapPreview preview = room.shelf().preview(content, outline -> true);
        return new BundleDifference(
                manifest.name(),
                wanted == null ? null : wanted.version().toString(),
                manifest.version().toString(),
                FileDifference.between(before, content),
                SwapPreview.ids(preview.exchanged()),
                SwapPreview.ids(preview.added()),
                SwapPreview.ids(preview.removed()));
    }

    private static BundleManifest manifest(BundleContent content) {
        try {
            return content.manifest();
        } catch (YamlFileException e) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "files", "bundle.yaml " + e.path() + " " + e.rule());
        }
    }

    @Override
    public Deployment deploy(Actor by, BundleContent content, DeploymentPlan plan) {
        return deploy(by, content, plan, Cause.DEPLOY);
    }

    /** The same for content that was found. */
    Deployment deploy(Actor by, BundleContent content, DeploymentPlan plan, Cause cause) {
        BundleManifest manifest = manifest(content);
        WantedBundle wanted = room.history().wanted().get(manifest.name());
        if (wanted != null && wanted.digest().equals(content.digest())) {
            return ended(by, content, wanted, plan, cause, State.UNCHANGED, List.of());
        }
        SignatureCheck.Outcome signature = room.admission().signature(content, manifest);
        List<RouteFinding> findings = new ArrayList<>(signature.findings());
        findings.addAll(room.admission().version(content, manifest, wanted));
        findings.addAll(room.admission().files(content));
        if (findings.isEmpty()
                && !CanaryScope.missed(plan, room.shelf().preview(content, outline -> true))
                        .isEmpty()) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, "canaryPartners", "partners with a route that this version changes");
        }
        return findings.isEmpty()
                ? started(by, content, signature.signer(), wanted, plan, cause)
                : ended(by, content, wanted, plan, cause, State.REFUSED, findings);
    }

    @Override
    public Deployment rollBack(Actor by, String name, @Nullable ReleaseNumber to, String reason) {
        Optional<Deployment> open = room.log().open();
        if (open.isPresent()) {
            boolean isOnProbation =
                    Set.of(State.PROBATION, State.CANARY).contains(open.get().state());
            if (!open.get().name().equals(name) || !isOnProbation) {
                throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "deployment", "no other deployment is open");
            }
            room.log().cancel(by, open.get(), reason);
            return open.get();
        }
        WantedBundle wanted = Optional.ofNullable(room.history().wanted().get(name))
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        ReleaseNumber version = to == null ? before(wanted) : to;
        BundleContent content = content(name, version)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "version", "one of the history"));
        String signer =
                room.history().version(name, version).map(BundleVersion::signer).orElse(null);
        DeploymentPlan plan = new DeploymentPlan(reason, List.of(), 0, Duration.ZERO);
        if (wanted.version().equals(version)) {
            return ended(by, content, wanted, plan, Cause.ROLLBACK, State.UNCHANGED, List.of());
        }
        List<RouteFinding> findings = room.admission().files(content);
        return findings.isEmpty()
                ? started(by, content, signer, wanted, plan, Cause.ROLLBACK)
                : ended(by, content, wanted, plan, Cause.ROLLBACK, State.REFUSED, findings);
    }

    /** The last version but this one that was kept. */
    private ReleaseNumber before(WantedBundle wanted) {
        return room.log().list(wanted.name(), null, MAX_VERSIONS).stream()
                .filter(deployment -> deployment.state() == State.KEPT)
                .map(Deployment::version)
                .filter(version -> !version.equals(wanted.version()))
                .findFirst()
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "version", "one that ran before"));
    }

    private Deployment started(
            Actor by,
            BundleContent content,
            @Nullable String signer,
            @Nullable WantedBundle wanted,
            DeploymentPlan plan,
            Cause cause) {
        DeploymentLock.Held right = lock.tryTake()
                .orElseThrow(
                        () -> BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "deployment", "no other deployment is open"));
        try {
            room.log().endOrphan();
            Deployment deployment = deployment(by, content, wanted, plan, cause, State.TRYING, List.of());
            convergence.leaveAlone(Set.of(deployment.name()));
            room.log().add(by, deployment);
            BundleContent before = room.shelf().bundles().get(deployment.name());
            Order order = new Order(by, deployment, content, signer, plan, before, right);
            runs.execute(() -> {
                new DeploymentRun(room, order).run();
                convergence.leaveAlone(Set.of());
            });
            return deployment;
        } catch (RuntimeException e) {
            convergence.leaveAlone(Set.of());
            right.close();
            throw e;
        }
    }

    private Deployment ended(
            Actor by,
            BundleContent content,
            @Nullable WantedBundle wanted,
            DeploymentPlan plan,
            Cause cause,
            State state,
            List<RouteFinding> findings) {
        Deployment deployment = deployment(by, content, wanted, plan, cause, state, findings);
        room.log().add(by, deployment);
        return room.log().find(deployment.id()).orElse(deployment);
    }

    private Deployment deployment(
            Actor by,
            BundleContent content,
            @Nullable WantedBundle wanted,
            DeploymentPlan plan,
            Cause cause,
            State state,
            List<RouteFinding> findings) {
        BundleManifest manifest = content.manifest();
        return new Deployment(
                UUID.randomUUID(),
                manifest.name(),
                manifest.version(),
                wanted == null ? null : wanted.version(),
                content.digest(),
                wanted == null ? null : wanted.digest(),
                cause,
                by.name(),
                plan.reason(),
                state,
                findings,
                room.clock().instant(),
                null,
                List.of());
    }

    @Override
    public Optional<Deployment> deployment(UUID id) {
        return room.log().find(id);
    }

    @Override
    public List<Deployment> deployments(@Nullable String name, @Nullable UUID after, int limit) {
        return room.log().list(name, after, limit);
    }
}
