package vn.dancu.bus.shelf.watch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/**
 * Compares routes that were exchanged with how they did in the ten minutes before. A route is judged by itself, once enough
 * messages have gone through it; one that had none before is held to no failures and to no time.
 */
public final class Probation {

    /** Less than this is noise of the machine. */
    private static final long MIN_SLOWER_MICROS = 20_000;

    private final RouteMeters meters;
    private final RouteSettings settings;
    private final Map<String, MeterReading> before = new HashMap<>();

    private Probation(RouteMeters meters, RouteSettings settings) {
        this.meters = meters;
        this.settings = settings;
    }

    /** Takes down how those routes have done until now; they are exchanged after this. */
    public static Probation before(RouteMeters meters, RouteSettings settings, Collection<String> routes) {
        Probation probation = new Probation(meters, settings);
        routes.forEach(route -> probation.before.put(route, meters.recent(route)));
        return probation;
    }

    /** What is worse now. */
    public List<RouteFinding> findings() {
        return before.entrySet().stream()
                .flatMap(route -> findings(route.getKey(), route.getValue()).stream())
                .toList();
    }

    /** How many messages have gone through since. */
    public long exchanges() {
        return before.keySet().stream()
                .mapToLong(route -> meters.read(route).exchanges())
                .sum();
    }

    private List<RouteFinding> findings(String route, MeterReading then) {
        MeterReading now = meters.read(route);
        if (now.exchanges() < settings.probationMessages()) {
            return List.of();
        }
        if (now.failedPercent() - then.failedPercent() > settings.failuresAbove()) {
            return List.of(finding(
                    RouteRule.FAILURES,
                    "%s %d/%d (%.1f%% → %.1f%%)",
                    route,
                    now.failed(),
                    now.exchanges(),
                    then.failedPercent(),
                    now.failedPercent()));
        }
        boolean isKnown = then.exchanges() >= settings.probationMessages();
        long slower = now.meanMicros() - then.meanMicros();
        if (isKnown && slower > MIN_SLOWER_MICROS && now.meanMicros() > then.meanMicros() * settings.latencyAbove()) {
            return List.of(finding(
                    RouteRule.LATENCY, "%s %d ms → %d ms", route, then.meanMicros() / 1_000, now.meanMicros() / 1_000));
        }
        return List.of();
    }

    private static RouteFinding finding(RouteRule rule, String words, Object... values) {
        return new RouteFinding("bundle.yaml", 1, 1, rule, List.of(String.format(Locale.ROOT, words, values)));
    }
}
