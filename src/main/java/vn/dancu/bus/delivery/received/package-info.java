/** Knows what was received before. */
@NullMarked
package vn.dancu.bus.delivery.received;

import org.jspecify.annotations.NullMarked;
