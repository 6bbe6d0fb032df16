/** The cases, by what they ask about. */
@NullMarked
package vn.dancu.bus.conformance.suite;

import org.jspecify.annotations.NullMarked;
