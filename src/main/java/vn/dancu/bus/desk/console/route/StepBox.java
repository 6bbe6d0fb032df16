package vn.dancu.bus.desk.console.route;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.RouteStep;
import vn.dancu.bus.shelf.RunningBundle;

/**
 * A step in the diagram of a route.
 *
 * @param indent 0 to 4
 * @param next address of the diagram of the route that it hands over to, with its counters; null when there is none
 * @param nextRoute that route; null when there is none
 */
record StepBox(RouteStep step, int indent, @Nullable String next, RunningBundle.@Nullable RunningRoute nextRoute) {

    private static final int MAX_INDENT = 4;

    static StepBox of(RouteStep step, List<RunningBundle> running) {
        int indent = Math.min(step.depth(), MAX_INDENT);
        for (RunningBundle bundle : running) {
            for (RunningBundle.RunningRoute route : bundle.routes()) {
                if (route.id().equals(step.leadsTo())) {
                    String address = "/desk/routes/" + bundle.manifest().name() + "/routes/" + route.id();
                    return new StepBox(step, indent, address, route);
                }
            }
        }
        return new StepBox(step, indent, null, null);
    }
}
