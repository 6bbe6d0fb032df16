/** The shared values by themselves. */
@NullMarked
package vn.dancu.bus.kernel;

import org.jspecify.annotations.NullMarked;
