/**
 * The endpoint {@code document:} for routes: what waits at the axis is taken once, what was taken is worked on, and neither step
 * decides anything; both go to room {@code document}.
 */
@NullMarked
package vn.dancu.bus.camel.document;

import org.jspecify.annotations.NullMarked;
