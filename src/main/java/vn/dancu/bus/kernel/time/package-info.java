/** The times that the bus takes from outside, wherever they come in. */
@NullMarked
@NamedInterface("time")
package vn.dancu.bus.kernel.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
