package vn.dancu.bus.shelf.deploy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.shelf.BundleVersion;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.Deployment.State;
import vn.dancu.bus.shelf.DeploymentPlan;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.RunningBundle.OnInstance;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;
import vn.dancu.bus.shelf.history.BundleHistory;
import vn.dancu.bus.shelf.history.DeploymentLock;
import vn.dancu.bus.shelf.history.DeploymentLog;
import vn.dancu.bus.shelf.history.InstanceReports;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;
import vn.dancu.bus.shelf.shadow.ShadowReport;
import vn.dancu.bus.shelf.swap.RouteShelf;
import vn.dancu.bus.shelf.swap.SwapPreview;
import vn.dancu.bus.shelf.watch.Probation;
import vn.dancu.bus.shelf.watch.RouteMeters;

/**
 * One deployment on the instance that was asked for it. Until its version is wanted nothing has changed for the other
 * instances, nor for this one after a restart; when its process dies after that, the next one to look takes it back.
 */
final class DeploymentRun implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeploymentRun.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Room room;
    private final Order order;
    private int steps;
    private @Nullable Probation first;

    /** What a run works with. */
    record Room(
            Admission admission,
            BundleHistory history,
            DeploymentLog log,
            InstanceReports instances,
            RouteShelf shelf,
            RouteMeters meters,
            RouteSettings settings,
            Clock clock) {}

    /**
     * What is to be done.
     *
     * @param before the content that runs; null when the bundle is new
     * @param lock the right to deploy, given back at the end
     */
    record Order(
            Actor by,
            Deployment deployment,
            BundleContent content,
            @Nullable String signer,
            DeploymentPlan plan,
            @Nullable BundleContent before,
            DeploymentLock.Held lock) {}

    DeploymentRun(Room room, Order order) {
        this.room = room;
        this.order = order;
    }

    String bundle() {
        return order.deployment().name();
    }

    UUID id() {
        return order.deployment().id();
    }

    @Override
    public void run() {
        try (DeploymentLock.Held lock = order.lock()) {
            stages();
        } catch (RuntimeException e) {
            LOGGER.atError()
                    .addKeyValue(LogKeys.BUNDLE, bundle())
                    .setCause(e)
                    .log("A deployment broke off; what ran before is wanted");
            giveUp();
        }
    }

    private void stages() {
        List<RouteFinding> wrong = admitted();
        if (!wrong.isEmpty()) {
            end(State.REFUSED, wrong);
            return;
        }
        if (order.plan().hasCanary() && !canary()) {
            return;
        }
        move(State.SWAPPING);
        SwapPreview preview = room.shelf().preview(order.content(), outline -> true);
        Probation probation = Probation.before(room.meters(), room.settings(), preview.concerned(), first);
        // Who takes a version back does not wait for messages that it makes hang.
        boolean isForced = order.deployment().cause() == Deployment.Cause.ROLLBACK;
        wrong = step("swap", text(preview), () -> room.shelf().swap(order.content(), outline -> true, true, isForced));
        if (!wrong.isEmpty()) {
            takeBack();
            end(State.FAILED, wrong);
            return;
        }
        room.history().add(version(), order.content());
        room.log().want(order.by(), order.deployment());
        move(State.PROBATION);
        wrong = step("spread", "", () -> await(other -> runs(order.deployment().version(), other)));
        if (wrong.isEmpty()) {
            wrong = step("probation", probation::counts, () -> watch(probation));
        }
        if (wrong.isEmpty() && !isCancelled()) {
            end(State.KEPT, List.of());
        } else {
            rollBack(wrong);
        }
    }

    /** What keeps it from being exchanged at all. */
    private List<RouteFinding> admitted() {
        List<RouteFinding> wrong = step("trial", "", () -> room.admission().trial(order.content()));
        DeploymentPlan.Shadow shadow = order.plan().shadow();
        return wrong.isEmpty() && shadow != null ? shadowed(shadow) : wrong;
    }

    private List<RouteFinding> shadowed(DeploymentPlan.Shadow plan) {
        int number = ++steps;
        room.log().beginStep(id(), number, "shadow", plan.messages() + " messages, " + plan.time());
        ShadowReport report = room.admission().shadow(order.content(), plan);
        boolean isAlike = report.differing() <= plan.differences();
        String words = report.differing() == 0 ? report.counts() : report.counts() + ": " + report.words();
        room.log().endStep(id(), number, isAlike ? "done" : "failed", words);
        return isAlike ? List.of() : List.of(new RouteFinding("bundle.yaml", 1, 1, RouteRule.SHADOW, List.of(words)));
    }

    /** Whether a part of the routes, where there is one, did well enough. */
    private boolean canary() {
        CanaryScope scope = CanaryScope.of(order.plan(), room.shelf().preview(order.content(), outline -> true));
        if (scope.routes().isEmpty()) {
            return true;
        }
        move(State.CANARY);
        String detail = order.plan().canaryText() + ": " + new TreeSet<>(scope.routes());
        List<RouteFinding> wrong = step("canary", detail, () -> firstPart(scope));
        if (wrong.isEmpty() && !isCancelled()) {
            return true;
        }
        step("rollback", "", this::takeBack);
        end(State.ROLLED_BACK, wrong);
        return false;
    }

    private List<RouteFinding> firstPart(CanaryScope scope) {
        SwapPreview preview = room.shelf().preview(order.content(), scope);
        Probation probation = Probation.before(room.meters(), room.settings(), preview.concerned(), null);
        List<RouteFinding> refused = room.shelf().swap(order.content(), scope, false, false);
        if (!refused.isEmpty()) {
            return refused;
        }
        room.history().add(version(), order.content());
        room.log().beginCanary(order.by(), order.deployment(), scope.routes());
        String version = order.deployment().version().toString();
        List<RouteFinding> wrong = await(other -> version.equals(other.canary()));
        first = probation;
        return wrong.isEmpty() ? watch(probation) : wrong;
    }

    /** Waits until that is so on every other living instance, or one of them has trouble. */
    private List<RouteFinding> await(Predicate<OnInstance> arrived) {
        Instant until = room.clock().instant().plus(room.settings().convergence());
        while (room.clock().instant().isBefore(until) && !isCancelled()) {
            List<OnInstance> others = others();
            List<RouteFinding> trouble = trouble(others);
            if (!trouble.isEmpty() || others.stream().allMatch(arrived)) {
                return trouble;
            }
            pause();
        }
        return others().stream()
                .filter(arrived.negate())
                .findFirst()
                .map(other -> List.of(finding(RouteRule.INSTANCE, other.instance() + " ?")))
                .orElse(List.of());
    }

    private static boolean runs(@Nullable ReleaseNumber version, OnInstance other) {
        return Objects.equals(version == null ? null : version.toString(), other.version()) && other.canary() == null;
    }

    private List<RouteFinding> watch(Probation probation) {
        Duration time = order.plan().probation() == null
                ? room.settings().probation()
                : order.plan().probation();
        Instant until = room.clock().instant().plus(time);
        while (room.clock().instant().isBefore(until) && !isCancelled()) {
            List<RouteFinding> findings = Stream.concat(probation.findings().stream(), trouble(others()).stream())
                    .toList();
            if (!findings.isEmpty()) {
                return findings;
            }
            pause();
        }
        return List.of();
    }

    private List<OnInstance> others() {
        return room.instances().of(bundle()).stream()
                .filter(instance -> !instance.instance().equals(room.instances().self()))
                .toList();
    }

    private static List<RouteFinding> trouble(List<OnInstance> others) {
        return others.stream()
                .filter(other -> other.trouble() != null)
                .map(other -> finding(RouteRule.INSTANCE, other.instance() + " " + other.trouble()))
                .toList();
    }

    private void rollBack(List<RouteFinding> wrong) {
        step("rollback", "", this::takeBack);
        end(State.ROLLED_BACK, wrong);
        room.log().recordSelfRollBack(order.deployment());
        LOGGER.atWarn()
                .addKeyValue(LogKeys.BUNDLE, bundle())
                .addKeyValue(
                        LogKeys.RULE,
                        wrong.isEmpty() ? "cancelled" : wrong.get(0).rule().code())
                .log("A bundle was rolled back; the version before it runs");
    }

    /** What ran before is wanted and runs again, here first and then on the others. */
    private List<RouteFinding> takeBack() {
        room.log().unwant(Actor.BUS, order.deployment());
        List<RouteFinding> wrong = restore();
        Instant until = room.clock().instant().plus(room.settings().convergence());
        while (room.clock().instant().isBefore(until)
                && !others().stream().allMatch(other -> runs(order.deployment().from(), other))) {
            pause();
        }
        return wrong;
    }

    /** What ran before runs again, whatever is still in work. */
    private List<RouteFinding> restore() {
        BundleContent before = order.before();
        return before == null ? room.shelf().remove(bundle()) : room.shelf().swap(before, outline -> true, true, true);
    }

    private void giveUp() {
        try {
            room.log().unwant(Actor.BUS, order.deployment());
            restore();
            end(State.FAILED, List.of(finding(RouteRule.INTERRUPTED)));
        } catch (RuntimeException e) {
            LOGGER.atError()
                    .addKeyValue(LogKeys.BUNDLE, bundle())
                    .setCause(e)
                    .log("A deployment stays open; an instance that reaches PostgreSQL takes it back");
        }
    }

    private List<RouteFinding> step(String name, String detail, Supplier<List<RouteFinding>> work) {
        return step(name, () -> detail, work);
    }

    /** @param detail asked when the step begins, and when it has ended */
    private List<RouteFinding> step(String name, Supplier<String> detail, Supplier<List<RouteFinding>> work) {
        int number = ++steps;
        room.log().beginStep(id(), number, name, detail.get());
        List<RouteFinding> wrong = work.get();
        String words = Stream.concat(
                        Stream.of(detail.get()).filter(text -> !text.isEmpty()),
                        wrong.stream()
                                .map(finding ->
                                        finding.file() + " " + finding.rule().code()))
                .collect(Collectors.joining("; "));
        room.log().endStep(id(), number, wrong.isEmpty() ? "done" : "failed", words);
        return wrong;
    }

    /** Whether somebody wants it taken back. */
    private boolean isCancelled() {
        return room.log().isCancelled(id());
    }

    private void move(State state) {
        room.log().move(id(), state);
    }

    private void end(State state, List<RouteFinding> findings) {
        room.log().end(id(), state, findings);
    }

    private BundleVersion version() {
        Deployment deployment = order.deployment();
        return new BundleVersion(
                deployment.name(),
                deployment.version(),
                deployment.digest(),
                order.signer(),
                room.clock().instant(),
                deployment.by());
    }

    private static String text(SwapPreview preview) {
        return "exchanged " + SwapPreview.ids(preview.exchanged()) + ", added " + SwapPreview.ids(preview.added())
                + ", removed " + SwapPreview.ids(preview.removed());
    }

    private static RouteFinding finding(RouteRule rule, String... values) {
        return new RouteFinding("bundle.yaml", 1, 1, rule, List.of(values));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bus stops", e);
        }
    }
}
