package vn.dancu.bus.shelf.swap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleLint;
import vn.dancu.bus.shelf.bundle.BundleManifest;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteLint;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteReport;
import vn.dancu.bus.shelf.lint.RouteRule;
import vn.dancu.bus.shelf.swap.SwapPlan.LoadedFile;

/**
 * What runs on this instance: the files of bundles, which are exchanged as a whole, and loose files, each by itself. What is
 * wrong stops itself alone, and is one log line each.
 */
public final class RouteShelf {

    private static final Logger LOGGER = LoggerFactory.getLogger(RouteShelf.class);

    private final RouteLoader loader;
    private final Duration drain;
    private final boolean looseMayRun;
    private final Map<String, LoadedFile> running = new HashMap<>();
    private final Map<String, BundleContent> bundles = new TreeMap<>();
    private final Map<String, BundleContent> canaries = new TreeMap<>();
    private List<RouteFile> loose = List.of();
    private List<RouteFile> seen = List.of();
    private Set<RouteFinding> reported = Set.of();
    private boolean open;
    private volatile State state = new State(0, Set.of(), Set.of());

    /**
     * How it looks now.
     *
     * @param running how many files run
     * @param rejected the files that do not
     * @param stale loose files that run otherwise than they stand there
     */
    public record State(int running, Set<String> rejected, Set<String> stale) {}

    /**
     * @param drain how long a route may take to end its messages before it is exchanged
     * @param looseMayRun whether files run that belong to no bundle, and so are signed by nobody
     */
    public RouteShelf(RouteLoader loader, Duration drain, boolean looseMayRun) {
        this.loader = loader;
        this.drain = drain;
        this.looseMayRun = looseMayRun;
    }

    /** How it looks now. */
    public State state() {
        return state;
    }

    /** Whether the wanted bundles were loaded once. */
    public synchronized boolean isOpen() {
        return open && loader.isReady();
    }

    /** The bundles that run here, by name. */
    public synchronized Map<String, BundleContent> bundles() {
        return Map.copyOf(bundles);
    }

    /** What a part of the routes runs before the rest of its bundle, by name of the bundle. */
    public synchronized Map<String, BundleContent> canaries() {
        return Map.copyOf(canaries);
    }

    /** The routes of a bundle that run here, by their ids. */
    public synchronized List<String> routes(String bundle) {
        Set<String> paths = pathsOf(bundle);
        return running.values().stream()
                .filter(file -> paths.contains(file.source()) && !file.outline().isDefinition())
                .map(LoadedFile::id)
                .sorted()
                .toList();
    }

    /** Loads what is right, for the start: each file by itself. */
    public synchronized void open(Collection<BundleContent> wanted, List<RouteFile> looseFiles) {
        open = true;
        wanted.forEach(content -> bundles.put(content.manifest().name(), content));
        seen = looseFiles;
        consider(looseFiles);
    }

    /** Loads what is new among the loose files, once they have looked the same twice: one may still be being written. */
    public synchronized void look(List<RouteFile> looseFiles) {
        if (!open || !loader.isReady()) {
            return;
        }
        if (looseFiles.equals(seen) && !looseFiles.equals(loose)) {
            consider(looseFiles);
        }
        seen = looseFiles;
    }

    /** What would keep that content from running beside the others; files of others count that it would make wrong. */
    public synchronized List<RouteFinding> obstacles(BundleContent content) {
        String place = content.readableManifest().map(BundleManifest::place).orElse("");
        Set<RouteFinding> before =
                new HashSet<>(RouteLint.check(loose, bundleFiles()).findings());
        return report(content).findings().stream()
                .filter(finding -> finding.file().startsWith(place) || !before.contains(finding))
                .toList();
    }

    /** Every file that would run with that content. */
    public synchronized RouteReport report(BundleContent content) {
        return BundleLint.check(content, others(content), loose);
    }

    /** The paths of the files that run. */
    public synchronized Set<String> runningFiles() {
        return runningSources();
    }

    /** What would be done so that the content runs, as far as the scope goes. */
    public synchronized SwapPreview preview(BundleContent content, Predicate<RouteOutline> scope) {
        SwapPlan plan = plan(content, scope);
        return new SwapPreview(
                outlines(plan.exchanged()),
                outlines(plan.added()),
                outlines(plan.removed()),
                plan.callers(running.values()));
    }

    /**
     * Brings a content to run, whole or for some routes first.
     *
     * @param scope the routes that may be touched; a bundle counts as running only when all were
     * @param isWhole whether the scope is all
     * @param force whether messages that do not end in time are given back to their queue; else nothing is changed then
     * @return what went wrong; when that is anything, all is as it was
     */
    public synchronized List<RouteFinding> swap(
            BundleContent content, Predicate<RouteOutline> scope, boolean isWhole, boolean force) {
        List<RouteFinding> obstacles = obstacles(content);
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        String name = content.manifest().name();
        List<RouteFinding> wrong = new RouteSwap(loader, running, drain, force).carryOut(plan(content, scope));
        if (wrong.isEmpty() && isWhole) {
            bundles.put(name, content);
            canaries.remove(name);
            consider(loose);
        } else if (wrong.isEmpty()) {
            canaries.put(name, content);
        }
        return wrong;
    }

    /** Ends a canary, whatever is still in work: the whole bundle runs as before, or not at all when it is new. */
    public synchronized List<RouteFinding> endCanary(String bundle) {
        BundleContent before = bundles.get(bundle);
        return before == null ? remove(bundle) : swap(before, outline -> true, true, true);
    }

    /** Ends the routes of a bundle. */
    public synchronized List<RouteFinding> remove(String bundle) {
        Set<String> paths = pathsOf(bundle);
        List<LoadedFile> gone = running.values().stream()
                .filter(file -> paths.contains(file.source()))
                .toList();
        List<RouteFinding> wrong = new RouteSwap(loader, running, drain, true)
                .carryOut(new SwapPlan(List.of(), List.of(), List.of(), gone));
        if (wrong.isEmpty()) {
            bundles.remove(bundle);
            canaries.remove(bundle);
            consider(loose);
        }
        return wrong;
    }

    private SwapPlan plan(BundleContent content, Predicate<RouteOutline> scope) {
        Set<String> paths = new HashSet<>(paths(content));
        paths.addAll(pathsOf(content.manifest().name()));
        return SwapPlan.of(running, report(content).right(), paths::contains, scope);
    }

    private List<BundleContent> others(BundleContent content) {
        Map<String, BundleContent> others = new LinkedHashMap<>(bundles);
        content.readableManifest().ifPresent(manifest -> others.remove(manifest.name()));
        return List.copyOf(others.values());
    }

    private List<RouteFile> bundleFiles() {
        return bundles.values().stream()
                .flatMap(content -> content.routeFiles().stream())
                .toList();
    }

    private Set<String> runningSources() {
        return running.values().stream().map(LoadedFile::source).collect(Collectors.toSet());
    }

    private void consider(List<RouteFile> looseFiles) {
        loose = looseFiles;
        RouteReport report = RouteLint.check(loose, bundleFiles());
        List<RouteFinding> findings = new ArrayList<>(report.findings());
        Set<String> now = runningSources();
        Set<String> rejected = new TreeSet<>(report.findings().stream()
                .map(RouteFinding::file)
                .filter(path -> !now.contains(path))
                .toList());
        SwapPlan.withBasis(report.right()).forEach((id, file) -> {
            if (!running.containsKey(id)) {
                List<RouteFinding> refused = loadNew(file);
                findings.addAll(refused);
                if (!refused.isEmpty()) {
                    rejected.add(file.source());
                }
            }
        });
        List<RouteFinding> stale = stale(looseFiles);
        findings.addAll(stale);
        report(findings);
        state = new State(
                running.size(), rejected, stale.stream().map(RouteFinding::file).collect(Collectors.toSet()));
    }

    private List<RouteFinding> loadNew(LoadedFile file) {
        boolean isLoose = loose.stream().anyMatch(each -> each.path().equals(file.source()));
        if (isLoose && !looseMayRun) {
            return List.of(file.outline().finding(RouteRule.SIGNATURE_MISSING));
        }
        List<RouteFinding> refused = loader.load(file.outline());
        if (refused.isEmpty()) {
            running.put(file.id(), file);
            LOGGER.atInfo().addKeyValue(LogKeys.FILE, file.source()).log("A route file was loaded");
        }
        return refused;
    }

    private List<RouteFinding> stale(List<RouteFile> looseFiles) {
        Set<String> ofBundles = Stream.of(bundles, canaries)
                .flatMap(contents -> contents.values().stream())
                .flatMap(content -> paths(content).stream())
                .collect(Collectors.toSet());
        Map<String, RouteFile> now = looseFiles.stream().collect(Collectors.toMap(RouteFile::path, file -> file));
        return running.values().stream()
                .map(file -> file.outline().origin())
                .filter(file -> !ofBundles.contains(file.path()) && !file.equals(now.get(file.path())))
                .map(file -> new RouteFinding(
                        file.path(),
                        1,
                        1,
                        now.containsKey(file.path()) ? RouteRule.CHANGED : RouteRule.DELETED,
                        List.of()))
                .distinct()
                .toList();
    }

    private void report(List<RouteFinding> findings) {
        for (RouteFinding finding : findings) {
            if (!reported.contains(finding)) {
                LOGGER.atWarn()
                        .addKeyValue(LogKeys.FILE, finding.file())
                        .addKeyValue(LogKeys.LINE, finding.line())
                        .addKeyValue(LogKeys.COLUMN, finding.column())
                        .addKeyValue(LogKeys.RULE, finding.rule().code())
                        .addKeyValue(LogKeys.DESCRIPTION, finding.message(Locale.ENGLISH))
                        .addKeyValue(LogKeys.REPAIR, finding.repair(Locale.ENGLISH))
                        .log("A route file is not as it must be");
            }
        }
        reported = new HashSet<>(findings);
    }

    private static Set<String> paths(BundleContent content) {
        return content.routeFiles().stream().map(RouteFile::path).collect(Collectors.toSet());
    }

    /** Of a bundle as it runs, the part that goes first included. */
    private Set<String> pathsOf(String bundle) {
        return Stream.of(bundles, canaries)
                .flatMap(contents -> Optional.ofNullable(contents.get(bundle)).stream())
                .flatMap(content -> paths(content).stream())
                .collect(Collectors.toSet());
    }

    private static List<RouteOutline> outlines(List<LoadedFile> files) {
        return files.stream()
                .map(LoadedFile::outline)
                .filter(outline -> !outline.isDefinition())
                .toList();
    }
}
