/** How a bundle gets to run: admission, trial, part first, exchange, spread to all instances, probation, and the way back. */
@NullMarked
package vn.dancu.bus.shelf.deploy;

import org.jspecify.annotations.NullMarked;
