/** Appending to the trail: records of answers and refusals in shared commits, acts in the transaction of their change. */
@NullMarked
package vn.dancu.bus.audit.trail;

import org.jspecify.annotations.NullMarked;
