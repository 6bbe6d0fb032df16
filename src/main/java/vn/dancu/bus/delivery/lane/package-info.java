/**
 * Sends: one lane for each destination, on one instance at a time. A lane claims messages in batches, sends several at a time,
 * keeps the order of each key and notes what came of them in batches; what fails waits by its plan.
 */
@NullMarked
package vn.dancu.bus.delivery.lane;

import org.jspecify.annotations.NullMarked;
