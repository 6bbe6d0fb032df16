package vn.dancu.bus.shelf.deploy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.history.BundleHistory;
import vn.dancu.bus.shelf.history.DeploymentLock;
import vn.dancu.bus.shelf.history.DeploymentLog;
import vn.dancu.bus.shelf.history.InstanceReports;
import vn.dancu.bus.shelf.history.InstanceReports.OwnReport;
import vn.dancu.bus.shelf.history.WantedBundle;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.swap.RouteShelf;
import vn.dancu.bus.shelf.swap.SwapPreview;
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
        Map<String, WantedBundle> wanted = history.wanted();
        Map<String, OwnReport> reports = new HashMap<>();
        for (String gone : shelf.bundles().keySet()) {
            if (!wanted.containsKey(gone) && !ownWork.contains(gone)) {
                shelf.remove(gone);
            }
        }
        wanted.forEach((name, bundle) -> {
            List<RouteFinding> wrong = ownWork.contains(name) ? List.of() : brought(bundle);
            reports.put(name, report(name, wrong));
        });
        instances.report(reports);
    }

    private List<RouteFinding> brought(WantedBundle wanted) {
        BundleContent now = shelf.bundles().get(wanted.name());
        if (now != null && now.digest().equals(wanted.digest())) {
            return Optional.ofNullable(probations.get(wanted.name()))
                    .map(Probation::findings)
                    .orElse(List.of());
        }
        Optional<BundleContent> content = history.content(wanted.name(), wanted.version());
        if (content.isEmpty()) {
            return List.of();
        }
        SwapPreview preview = shelf.preview(content.get());
        Probation probation = Probation.before(meters, settings, preview.exchanged());
        List<RouteFinding> wrong = shelf.swap(content.get(), outline -> true, true, false);
        boolean isTried =
                log.open().filter(open -> open.id().equals(wanted.deployment())).isPresent();
        if (wrong.isEmpty() && isTried) {
            probations.put(wanted.name(), probation);
        } else {
            probations.remove(wanted.name());
        }
        LOGGER.atInfo()
                .addKeyValue(LogKeys.BUNDLE, wanted.name())
                .addKeyValue(
                        LogKeys.RULE, wrong.isEmpty() ? "" : wrong.get(0).rule().code())
                .log("A bundle that another instance deployed was taken");
        return wrong;
    }

    private OwnReport report(String name, List<RouteFinding> wrong) {
        BundleContent now = shelf.bundles().get(name);
        return new OwnReport(
                now == null ? null : now.manifest().version(),
                wrong.isEmpty() ? null : wrong.get(0).rule().code());
    }
}
