package vn.dancu.bus.shelf.swap;

import java.util.List;
import java.util.stream.Stream;
import vn.dancu.bus.shelf.lint.RouteOutline;

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

    /** Ids of the routes that would run otherwise than before, or run at all. */
    public List<String> touched() {
        return Stream.concat(exchanged.stream(), added.stream())
                .map(RouteOutline::id)
                .toList();
    }

    /** Their ids. */
    public static List<String> ids(List<RouteOutline> routes) {
        return routes.stream().map(RouteOutline::id).toList();
    }
}
