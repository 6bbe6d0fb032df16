/** {@code dancu conformance}. */
@NullMarked
package vn.dancu.bus.command.conformance;

import org.jspecify.annotations.NullMarked;
