/** What the mock axis answers, and the faults that it plays in the place of an answer or on it. */
@NullMarked
package vn.dancu.bus.sandbox.axis.fault;

import org.jspecify.annotations.NullMarked;
