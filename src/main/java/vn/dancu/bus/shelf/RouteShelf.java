package vn.dancu.bus.shelf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteFolder;
import vn.dancu.bus.shelf.lint.RouteLint;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteReport;
import vn.dancu.bus.shelf.lint.RouteRule;

/**
 * Which files of the folder run. A file is checked, then given to Camel by itself; what is wrong with it stops it alone, and
 * is one log line each.
 */
final class RouteShelf {

    private static final Logger LOGGER = LoggerFactory.getLogger(RouteShelf.class);

    private final Path folder;
    private final RouteLoader loader;
    private final Map<String, RouteFile> running = new HashMap<>();
    private List<RouteFile> seen = List.of();
    private List<RouteFile> considered = List.of();
    private Set<RouteFinding> reported = Set.of();
    private boolean open;
    private volatile State state = new State(0, Set.of(), Set.of());

    /**
     * What the folder looks like now.
     *
     * @param running how many files run
     * @param rejected the files that do not
     * @param stale the files that run otherwise than they stand there
     */
    record State(int running, Set<String> rejected, Set<String> stale) {}

    RouteShelf(Path folder, RouteLoader loader) {
        this.folder = folder;
        this.loader = loader;
    }

    State state() {
        return state;
    }

    /**
     * Loads what is right in the folder; for the start, when nobody is writing there.
     *
     * @throws UncheckedIOException when it cannot be read: a bus without any of its routes must not look well
     */
    synchronized void open() {
        open = true;
        try {
            seen = RouteFolder.read(folder);
            consider(seen);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of routes cannot be read: " + folder.toAbsolutePath(), e);
        }
    }

    /** Loads what is new in the folder, once it has looked the same twice: a file may still be being written. */
    synchronized void look() {
        if (!open || !loader.isReady()) {
            return;
        }
        try {
            List<RouteFile> now = RouteFolder.read(folder);
            if (now.equals(seen) && !now.equals(considered)) {
                consider(now);
            }
            seen = now;
        } catch (IOException e) {
            LOGGER.atWarn().setCause(e).log("The folder of routes cannot be read now");
        }
    }

    private void consider(List<RouteFile> files) {
        RouteReport report = RouteLint.check(files);
        List<RouteFinding> findings = new ArrayList<>(report.findings());
        Set<String> rejected = new TreeSet<>(report.findings().stream()
                .map(RouteFinding::file)
                .filter(path -> !running.containsKey(path))
                .toList());
        for (RouteOutline outline : report.right()) {
            if (!running.containsKey(outline.file().path())) {
                List<RouteFinding> refused = loader.load(outline);
                if (refused.isEmpty()) {
                    running.put(outline.file().path(), outline.file());
                    LOGGER.atInfo()
                            .addKeyValue(LogKeys.FILE, outline.file().path())
                            .log("A route file was loaded");
                } else {
                    findings.addAll(refused);
                    rejected.add(outline.file().path());
                }
            }
        }
        List<RouteFinding> stale = stale(files);
        findings.addAll(stale);
        report(findings);
        state = new State(
                running.size(), rejected, stale.stream().map(RouteFinding::file).collect(Collectors.toSet()));
        considered = files;
    }

    private List<RouteFinding> stale(List<RouteFile> files) {
        Map<String, RouteFile> now = files.stream().collect(Collectors.toMap(RouteFile::path, file -> file));
        return running.values().stream()
                .filter(file -> !file.equals(now.get(file.path())))
                .map(file -> new RouteFinding(
                        file.path(),
                        1,
                        1,
                        now.containsKey(file.path()) ? RouteRule.CHANGED : RouteRule.DELETED,
                        List.of()))
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
}
