package vn.dancu.bus.shelf.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/**
 * Compares routes that were exchanged, and those that call them, with how they did in the ten minutes before. A route is judged
 * by itself, once enough messages have gone through it, or when its first few all have to be tried again; one that had none
 * before is held to no failures and to no time.
 */
public final class Probation {

    /** So many that have to be tried again are enough when no message does well: they hold the route, and more would not come in time. */
    private static final int ENOUGH_RETRIED = 3;

    private static final int ROUTES_SHOWN = 6;

    /** Less than this is noise of the machine. */
    private static final long MIN_SLOWER_MICROS = 20_000;

    private final RouteMeters meters;
    private final RouteSettings settings;
    private final Map<String, Basis> bases = new HashMap<>();

    /**
     * What a route is compared with.
     *
     * @param before the ten minutes before
     * @param start what had gone through when it began; an exchanged route begins at nothing
     * @param retried how many messages had been tried again then
     */
    private record Basis(MeterReading before, MeterReading start, long retried) {}

    /**
     * Whom it judges, by ids.
     *
     * @param touched those that are exchanged or new
     * @param callers those that call one of them
     */
    public record Routes(List<String> touched, List<String> callers) {}

    private Probation(RouteMeters meters, RouteSettings settings) {
        this.meters = meters;
        this.settings = settings;
    }

    /**
     * Takes down how routes have done until now; they are exchanged after this.
     *
     * @param earlier the probation of those that run the version already; null when none do
     */
    public static Probation before(
            RouteMeters meters, RouteSettings settings, Routes routes, @Nullable Probation earlier) {
        Probation probation = new Probation(meters, settings);
        routes.callers()
                .forEach(route -> probation.bases.put(
                        route, new Basis(meters.recent(route), meters.read(route), meters.retried(route))));
        routes.touched()
                .forEach(route -> probation.bases.put(route, new Basis(meters.recent(route), MeterReading.NOTHING, 0)));
        if (earlier != null) {
            earlier.bases.forEach((route, basis) -> probation.bases.merge(
                    route, basis, (now, then) -> new Basis(then.before(), now.start(), now.retried())));
        }
        return probation;
    }

    /** What is worse now. */
    public List<RouteFinding> findings() {
        return bases.entrySet().stream()
                .flatMap(route -> findings(route.getKey(), route.getValue()).stream())
                .toList();
    }

    /** How many messages each route had of those that it takes to judge it. */
    public String counts() {
        List<String> each = bases.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(route -> route.getKey() + " "
                        + meters.read(route.getKey())
                                .since(route.getValue().start())
                                .exchanges() + "/"
                        + settings.probationMessages())
                .toList();
        String more = each.size() > ROUTES_SHOWN ? ", … " + each.size() : "";
        return String.join(", ", each.subList(0, Math.min(each.size(), ROUTES_SHOWN))) + more;
    }

    private List<RouteFinding> findings(String route, Basis basis) {
        MeterReading then = basis.before();
        MeterReading now = meters.read(route).since(basis.start());
        boolean isHeld = meters.retried(route) - basis.retried() >= ENOUGH_RETRIED && now.failed() == now.exchanges();
        if (now.exchanges() < settings.probationMessages() && !isHeld) {
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
