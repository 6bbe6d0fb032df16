/** Calls as a partner makes them, and answers read without believing them. */
@NullMarked
package vn.dancu.bus.conformance.wire;

import org.jspecify.annotations.NullMarked;
