package vn.dancu.bus.shelf.swap;

import java.util.List;
import java.util.stream.Stream;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.watch.Probation;

/**
 * Which routes a deployment would touch.
 *
 * @param exchanged those that would be stopped and started again
 * @param added those that would be new
 * @param removed those that would end
 * @param callers ids of routes that are not touched and call one that would be exchanged
 */
public record SwapPreview(
        List<RouteOutline> exchanged, List<RouteOutline> added, List<RouteOutline> removed, List<String> callers) {

    /** The routes whose work a deployment can change. */
    public Probation.Routes concerned() {
        List<String> touched = Stream.concat(exchanged.stream(), added.stream())
                .map(RouteOutline::id)
                .toList();
        return new Probation.Routes(touched, callers);
    }

    /** Their ids. */
    public static List<String> ids(List<RouteOutline> routes) {
        return routes.stream().map(RouteOutline::id).toList();
    }
}
