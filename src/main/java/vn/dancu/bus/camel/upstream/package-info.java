/**
 * The endpoint {@code upstream:}: the route of a service that the bus asks, from the question to its answer, and the steps of which it is
 * made.
 */
@NullMarked
package vn.dancu.bus.camel.upstream;

import org.jspecify.annotations.NullMarked;
