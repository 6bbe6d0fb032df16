package vn.dancu.bus.shelf.deploy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;
import vn.dancu.bus.shelf.history.BundleHistory;
import vn.dancu.bus.shelf.history.CanaryBundle;
import vn.dancu.bus.shelf.history.DeploymentLock;
import vn.dancu.bus.shelf.history.DeploymentLog;
import vn.dancu.bus.shelf.history.InstanceReports;
import vn.dancu.bus.shelf.history.InstanceReports.OwnReport;
import vn.dancu.bus.shelf.history.WantedBundle;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.swap.RouteShelf;
import vn.dancu.bus.shelf.watch.Probation;
import vn.dancu.bus.shelf.watch.RouteMeters;

/** Brings this instance to what is wanted of all, and reports what it runs. */
final class Convergence {

    private static final Logger LOGGER = LoggerFactory.getLogger(Convergence.class);

    private final BundleHistory history;
    private final DeploymentLog log;
    private final DeploymentLock lock;
    private final InstanceReports instances;
    private final RouteShelf shelf;
    private final RouteMeters meters;
    private final RouteSettings settings;
    private final Map<String, Probation> probations = new HashMap<>();
    private Set<String> ownWork = Set.of();
    private boolean reached = true;

    Convergence(
            BundleHistory history,
            DeploymentLog log,
            DeploymentLock lock,
            InstanceReports instances,
            RouteShelf shelf,
            RouteMeters meters,
            RouteSettings settings) {
        this.history = history;
        this.log = log;
        this.lock = lock;
        this.instances = instances;
        this.shelf = shelf;
        this.meters = meters;
        this.settings = settings;
    }

    /** Bundles that this instance is deploying itself: those are its own matter until that is over. */
    synchronized void leaveAlone(Set<String> bundles) {
        ownWork = Set.copyOf(bundles);
    }

    /** One look; a database that is away changes nothing of what runs. */
    synchronized void look() {
        if (!shelf.isOpen()) {
            return;
        }
        try {
            takeBackOrphan();
            if (log.open().isEmpty()) {
                probations.clear();
            }
            converge();
            reached = true;
        } catch (RuntimeException e) {
            if (reached) {
                LOGGER.atWarn().setCause(e).log("The wanted bundles cannot be read now; what runs goes on");
            }
            reached = false;
        }
    }

    /** A deployment whose instance died is ended, and what ran before it is wanted. */
    void takeBackOrphan() {
        if (log.open().isPresent() && ownWork.isEmpty()) {
            lock.tryTake().ifPresent(right -> {
                try (right) {
                    log.endOrphan();
                }
            });
        }
    }

    private void converge() {
        // In this order: a canary ends in the same moment in which its version is wanted.
        CanaryBundle canary = history.canary().orElse(null);
        Map<String, WantedBundle> wanted = history.wanted();
        Map<String, OwnReport> reports = new HashMap<>();
        for (String gone : shelf.bundles().keySet()) {
            if (!wanted.containsKey(gone) && !ownWork.contains(gone)) {
                shelf.remove(gone);
            }
        }
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(shelf.canaries().keySet());
        Optional.ofNullable(canary).map(CanaryBundle::name).ifPresent(names::add);
        for (String name : names) {
            List<RouteFinding> wrong = ownWork.contains(name) ? List.of() : brought(name, wanted.get(name), canary);
            reports.put(name, report(name, wrong));
        }
        instances.report(reports);
    }

    private List<RouteFinding> brought(String name, @Nullable WantedBundle wanted, @Nullable CanaryBundle canary) {
        CanaryBundle first = canary != null && canary.name().equals(name) ? canary : null;
        BundleContent part = shelf.canaries().get(name);
        if (first == null && part != null && (wanted == null || !wanted.digest().equals(part.digest()))) {
            probations.remove(name);
            LOGGER.atInfo().addKeyValue(LogKeys.BUNDLE, name).log("A part of a bundle that ran first is taken back");
            return shelf.endCanary(name);
        }
        List<RouteFinding> wrong = wanted == null ? List.of() : brought(wanted);
        return first != null && wrong.isEmpty() ? begun(first) : wrong;
    }

    private List<RouteFinding> begun(CanaryBundle canary) {
        BundleContent now = shelf.canaries().get(canary.name());
        Optional<BundleContent> content = history.content(canary.name(), canary.version());
        if (now != null && now.digest().equals(canary.digest()) || content.isEmpty()) {
            return found(canary.name());
        }
        CanaryScope scope = new CanaryScope(canary.routes());
        Probation probation = Probation.before(
                meters, settings, shelf.preview(content.get(), scope).concerned(), null);
        List<RouteFinding> wrong = shelf.swap(content.get(), scope, false, false);
        if (wrong.isEmpty()) {
            probations.put(canary.name(), probation);
        }
        LOGGER.atInfo()
                .addKeyValue(LogKeys.BUNDLE, canary.name())
                .addKeyValue(LogKeys.RULE, code(wrong))
                .log("A part of a bundle that another instance deploys was taken");
        return wrong;
    }

    private List<RouteFinding> found(String name) {
        return Optional.ofNullable(probations.get(name))
                .map(Probation::findings)
                .orElse(List.of());
    }

    private static @Nullable String code(List<RouteFinding> wrong) {
        return wrong.isEmpty() ? null : wrong.get(0).rule().code();
    }

    private List<RouteFinding> brought(WantedBundle wanted) {
        BundleContent now = shelf.bundles().get(wanted.name());
        if (now != null && now.digest().equals(wanted.digest())) {
            return found(wanted.name());
        }
        Optional<BundleContent> content = history.content(wanted.name(), wanted.version());
        if (content.isEmpty()) {
            return List.of();
        }
        Probation probation = Probation.before(
                meters,
                settings,
                shelf.preview(content.get(), outline -> true).concerned(),
                probations.get(wanted.name()));
        boolean isTried = log.open()
                .filter(open ->
                        open.id().equals(wanted.deployment()) && open.version().equals(wanted.version()))
                .isPresent();
        // What is no trial has to run: a message that does not end does not keep a bad version alive here.
        List<RouteFinding> wrong = shelf.swap(content.get(), outline -> true, true, !isTried);
        if (wrong.isEmpty() && isTried) {
            probations.put(wanted.name(), probation);
        } else {
            probations.remove(wanted.name());
        }
        LOGGER.atInfo()
                .addKeyValue(LogKeys.BUNDLE, wanted.name())
                .addKeyValue(LogKeys.RULE, code(wrong))
                .log("A bundle that another instance deployed was taken");
        return wrong;
    }

    private OwnReport report(String name, List<RouteFinding> wrong) {
        return new OwnReport(
                version(shelf.bundles().get(name)), version(shelf.canaries().get(name)), code(wrong));
    }

    private static @Nullable ReleaseNumber version(@Nullable BundleContent content) {
        return content == null ? null : content.manifest().version();
    }
}
