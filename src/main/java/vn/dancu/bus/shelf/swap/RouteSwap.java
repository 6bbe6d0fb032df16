package vn.dancu.bus.shelf.swap;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;
import vn.dancu.bus.shelf.swap.SwapPlan.LoadedFile;

/**
 * Carries out one plan: definitions first, which touches no running route, then one route after another, so that each is away
 * for its own time only. At the first failure everything is put back as it was, from the texts that ran.
 */
final class RouteSwap {

    private static final Logger LOGGER = LoggerFactory.getLogger(RouteSwap.class);

    private final RouteLoader loader;
    private final Map<String, LoadedFile> running;
    private final Duration drain;
    private final boolean force;
    private final List<String> definitionsTouched = new ArrayList<>();
    private final Deque<String> routesTouched = new ArrayDeque<>();
    private final Map<String, LoadedFile> before;

    /**
     * @param running what runs, by id; changed with each step
     * @param force whether a route is exchanged whose messages do not end in time
     */
    RouteSwap(RouteLoader loader, Map<String, LoadedFile> running, Duration drain, boolean force) {
        this.loader = loader;
        this.running = running;
        this.before = Map.copyOf(running);
        this.drain = drain;
        this.force = force;
    }

    /** What went wrong; when that is anything, all is as it was. */
    List<RouteFinding> carryOut(SwapPlan plan) {
        List<RouteFinding> wrong = steps(plan);
        if (!wrong.isEmpty()) {
            putBack();
        }
        return wrong;
    }

    private List<RouteFinding> steps(SwapPlan plan) {
        for (LoadedFile definition : plan.definitions()) {
            definitionsTouched.add(definition.id());
            List<RouteFinding> wrong = define(definition);
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        for (List<LoadedFile> routes : List.of(plan.added(), plan.exchanged())) {
            for (LoadedFile route : routes) {
                List<RouteFinding> wrong = exchange(route);
                if (!wrong.isEmpty()) {
                    return wrong;
                }
            }
        }
        for (LoadedFile gone : plan.removed()) {
            if (!remove(gone)) {
                return List.of(gone.outline().finding(RouteRule.DRAIN));
            }
        }
        return List.of();
    }

    private List<RouteFinding> define(LoadedFile definition) {
        if (running.containsKey(definition.id())) {
            loader.forget(definition.id());
            running.remove(definition.id());
        }
        return load(definition);
    }

    private List<RouteFinding> exchange(LoadedFile next) {
        LoadedFile now = running.get(next.id());
        if (now != null && !loader.unload(now.id(), drain, force)) {
            return List.of(now.outline().finding(RouteRule.DRAIN));
        }
        running.remove(next.id());
        routesTouched.push(next.id());
        return load(next);
    }

    private boolean remove(LoadedFile gone) {
        if (gone.outline().isDefinition()) {
            definitionsTouched.add(gone.id());
            loader.forget(gone.id());
        } else {
            if (!loader.unload(gone.id(), drain, force)) {
                return false;
            }
            routesTouched.push(gone.id());
        }
        running.remove(gone.id());
        return true;
    }

    private List<RouteFinding> load(LoadedFile file) {
        List<RouteFinding> refused = loader.load(file.outline());
        if (refused.isEmpty()) {
            running.put(file.id(), file);
        }
        return refused;
    }

    private void putBack() {
        for (String id : definitionsTouched) {
            LoadedFile now = running.remove(id);
            if (now != null) {
                loader.forget(now.id());
            }
            again(id);
        }
        for (String id : routesTouched) {
            LoadedFile now = running.get(id);
            if (now != null) {
                loader.unload(now.id(), drain, true);
                running.remove(id);
            }
            again(id);
        }
    }

    private void again(String id) {
        LoadedFile old = before.get(id);
        if (old != null) {
            List<RouteFinding> refused = load(old);
            if (!refused.isEmpty()) {
                LOGGER.atError()
                        .addKeyValue(LogKeys.FILE, old.source())
                        .addKeyValue(LogKeys.RULE, refused.get(0).rule().code())
                        .log("A route file could not be put back");
            }
        }
    }
}
