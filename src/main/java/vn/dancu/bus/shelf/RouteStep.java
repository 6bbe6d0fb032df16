package vn.dancu.bus.shelf;

import org.jspecify.annotations.Nullable;

/**
 * A step of a route as it runs on this instance.
 *
 * @param depth 0 for those of the route itself, one more inside a choice, a loop or an error handling
 * @param kind name of the step in the language of routes, such as {@code from}, {@code to} or {@code choice}
 * @param label what it works on: an address without secrets, a bean, a condition; may be empty
 * @param leadsTo id of the route of this instance that it hands over to; null when it hands over to none
 * @param exchanges messages that came to it since its route was started; each attempt counts when a step is repeated
 * @param failed those of them that failed there
 * @param meanMicros mean time of a message in the step, and in those inside it, in microseconds
 */
public record RouteStep(
        int depth, String kind, String label, @Nullable String leadsTo, long exchanges, long failed, long meanMicros) {}
