/**
 * Paths into a message, and visitors that keep, drop or mask its elements. A change copies the elements on its path and shares
 * all others.
 */
@NullMarked
@NamedInterface("path")
package vn.dancu.bus.message.path;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
