/** How many messages a second go through the outbox to a fast destination. */
@NullMarked
package vn.dancu.bench.delivery;

import org.jspecify.annotations.NullMarked;
