package vn.dancu.bus.shelf.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.shelf.BundleVersion;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.Deployment.Cause;
import vn.dancu.bus.shelf.DeploymentPlan;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.bundle.BundleManifest;
import vn.dancu.bus.shelf.history.BundleHistory;
import vn.dancu.bus.shelf.history.WantedBundle;
import vn.dancu.bus.shelf.swap.RouteShelf;

/** The folder of routes: the content of first start, loose files, and new versions of bundles when it is watched. */
final class BundleWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(BundleWatch.class);

    private static final Set<Deployment.State> TAKEN_BACK =
            Set.of(Deployment.State.ROLLED_BACK, Deployment.State.FAILED);
    private static final int LATEST = 20;

    private final Path folder;
    private final GitWorkingCopy workingCopy;
    private final RouteSettings settings;
    private final BundleHistory history;
    private final RouteShelf shelf;
    private final Deployer deployer;
    private final Convergence convergence;
    private final Clock clock;
    private final Set<String> tried = new HashSet<>();
    private Map<String, BundleContent> seen = Map.of();
    private boolean open;

    BundleWatch(
            Path folder,
            RouteSettings settings,
            BundleHistory history,
            RouteShelf shelf,
            Deployer deployer,
            Convergence convergence,
            Clock clock) {
        this.folder = folder;
        this.workingCopy = new GitWorkingCopy(folder);
        this.settings = settings;
        this.history = history;
        this.shelf = shelf;
        this.deployer = deployer;
        this.convergence = convergence;
        this.clock = clock;
    }

    /**
     * Loads the wanted bundles; at the very first start those of the folder become wanted, signed or not. What lies there
     * later is deployed as everything else.
     *
     * @throws UncheckedIOException when the folder cannot be read: a bus without any of its routes must not look well
     */
    synchronized void open() {
        try {
            convergence.takeBackOrphan();
            BundleFolder found = read();
            if (history.wanted().isEmpty()) {
                found.bundles().values().forEach(this::addFirst);
            }
            List<BundleContent> wanted = history.wanted().values().stream()
                    .flatMap(each -> history.content(each.name(), each.version()).stream())
                    .toList();
            shelf.open(wanted, found.loose());
            seen = found.bundles();
            open = true;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of routes cannot be read: " + folder.toAbsolutePath(), e);
        }
    }

    private BundleFolder read() throws IOException {
        return settings.watch() == RouteSettings.Watch.GIT ? workingCopy.read() : BundleFolder.read(folder);
    }

    private void addFirst(BundleContent content) {
        content.readableManifest().ifPresent(manifest -> {
            BundleVersion version = new BundleVersion(
                    manifest.name(), manifest.version(), content.digest(), null, clock.instant(), Actor.BUS.name());
            history.addFirst(version, content);
        });
    }

    /** One look at the folder; what has looked the same twice is taken. */
    synchronized void look() {
        if (!open) {
            return;
        }
        try {
            BundleFolder now = read();
            shelf.look(now.loose());
            if (settings.watch() != RouteSettings.Watch.NONE) {
                now.bundles().forEach((place, content) -> {
                    if (content.equals(seen.get(place))) {
                        deploy(place, content);
                    }
                });
            }
            seen = now.bundles();
        } catch (IOException e) {
            LOGGER.atWarn().setCause(e).log("The folder of routes cannot be read now");
        }
    }

    /** What was taken back once, by whichever instance and before whichever restart, is deployed by people only. */
    private boolean wasTakenBack(BundleManifest manifest, BundleContent content) {
        return deployer.deployments(manifest.name(), null, LATEST).stream()
                .filter(deployment -> deployment.digest().equals(content.digest()))
                .anyMatch(deployment -> TAKEN_BACK.contains(deployment.state()));
    }

    /** Each content is tried once; one deployment follows another. */
    private void deploy(String place, BundleContent content) {
        BundleManifest manifest = content.readableManifest().orElse(null);
        String digest = content.digest() + content.signature();
        if (manifest == null || tried.contains(digest) || wasTakenBack(manifest, content)) {
            return;
        }
        WantedBundle wanted = history.wanted().get(manifest.name());
        if (wanted != null && manifest.version().compareTo(wanted.version()) <= 0) {
            return;
        }
        try {
            Deployment deployment = deployer.deploy(Actor.BUS, content, DeploymentPlan.of(place), Cause.WATCHED_FOLDER);
            tried.add(digest);
            LOGGER.atInfo()
                    .addKeyValue(LogKeys.BUNDLE, manifest.name())
                    .addKeyValue(LogKeys.DESCRIPTION, deployment.state())
                    .log("A version was found in the folder of routes");
        } catch (BusException e) {
            LOGGER.atDebug().addKeyValue(LogKeys.BUNDLE, manifest.name()).log("Another deployment is open; later");
        }
    }
}
