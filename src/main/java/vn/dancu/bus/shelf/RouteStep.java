package vn.dancu.bus.shelf;

import org.jspecify.annotations.Nullable;

/**
 * A step of a route as it runs on this instance.
 *
 * @param depth 0 for those of the route itself, one more inside a choice, a loop or an error handling
 * @param kind name of the step in the language of routes, such as {@code from}, {@code to} or {@code choice}
 * @param label what it works on: an address without secrets, a bean, a condition; may be empty
 * @param leadsTo id of the route of this instance that it hands over to; null when it hands over to none
 */
public record RouteStep(int depth, String kind, String label, @Nullable String leadsTo) {}
