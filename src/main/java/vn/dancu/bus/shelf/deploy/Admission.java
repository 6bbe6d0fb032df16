package vn.dancu.bus.shelf.deploy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.BundleVersion;
import vn.dancu.bus.shelf.DeploymentPlan;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleManifest;
import vn.dancu.bus.shelf.history.BundleHistory;
import vn.dancu.bus.shelf.history.WantedBundle;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteRule;
import vn.dancu.bus.shelf.shadow.ShadowReport;
import vn.dancu.bus.shelf.shadow.ShadowRun;
import vn.dancu.bus.shelf.swap.RouteShelf;
import vn.dancu.bus.shelf.trial.Trial;

/** Whether a bundle may run at all: signature, version, channels, files, and a dry run beside what runs. */
final class Admission {

    private final SignatureCheck signatures;
    private final BundleHistory history;
    private final RouteShelf shelf;
    private final Trial trial;
    private final ShadowRun shadow;
    private final Predicate<String> channels;

    /** @param channels whether the settings have that channel */
    Admission(
            SignatureCheck signatures,
            BundleHistory history,
            RouteShelf shelf,
            Trial trial,
            ShadowRun shadow,
            Predicate<String> channels) {
        this.signatures = signatures;
        this.history = history;
        this.shelf = shelf;
        this.trial = trial;
        this.shadow = shadow;
        this.channels = channels;
    }

    /** Who signed it, and what is wrong with that. */
    SignatureCheck.Outcome signature(BundleContent content, BundleManifest manifest) {
        return signatures.check(content, manifest);
    }

    /** What is wrong with the version, were it deployed now. */
    List<RouteFinding> version(BundleContent content, BundleManifest manifest, @Nullable WantedBundle wanted) {
        if (wanted != null && manifest.version().compareTo(wanted.version()) < 0) {
            return List.of(finding(RouteRule.VERSION_OLDER, wanted.version().toString()));
        }
        Optional<BundleVersion> known = history.version(manifest.name(), manifest.version());
        return known.isPresent() && !known.get().digest().equals(content.digest())
                ? List.of(finding(RouteRule.VERSION_TAKEN))
                : List.of();
    }

    /** What is wrong with the files, by themselves and beside the others. */
    List<RouteFinding> files(BundleContent content) {
        List<RouteFinding> findings = new ArrayList<>(shelf.obstacles(content));
        content.readableManifest().map(BundleManifest::channels).orElse(List.of()).stream()
                .filter(channels.negate())
                .map(channel -> finding(RouteRule.BUNDLE_CHANNEL_MISSING, channel))
                .forEach(findings::add);
        return findings;
    }

    /** What a dry run finds; of files beside it only those count that run now. */
    List<RouteFinding> trial(BundleContent content) {
        Set<String> concerned = new HashSet<>(shelf.runningFiles());
        content.routeFiles().stream().map(RouteFile::path).forEach(concerned::add);
        return trial.run(shelf.report(content).right()).stream()
                .filter(finding -> concerned.contains(finding.file()))
                .toList();
    }

    /** What copies of live messages do in the routes that would be exchanged. */
    ShadowReport shadow(BundleContent content, DeploymentPlan.Shadow plan) {
        List<String> routes = shelf.preview(content, outline -> true).exchanged().stream()
                .map(RouteOutline::id)
                .toList();
        return shadow.run(shelf.report(content).right(), routes, plan);
    }

    private static RouteFinding finding(RouteRule rule, String... values) {
        return new RouteFinding("bundle.yaml", 1, 1, rule, List.of(values));
    }
}
