/**
 * The endpoint {@code axis:} for routes: {@code axis:received} looks for what waits at a document axis, {@code axis:get} fetches
 * it, {@code axis:send} and {@code axis:update-status} report back. What a step needs of a message stands in the headers of
 * {@link vn.dancu.bus.document.axis.AxisHeaders}.
 */
@NullMarked
package vn.dancu.bus.camel.axis;

import org.jspecify.annotations.NullMarked;
