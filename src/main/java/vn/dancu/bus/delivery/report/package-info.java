/** Shows the outbox to those who look after it, counts it, and ends what time has ended. */
@NullMarked
package vn.dancu.bus.delivery.report;

import org.jspecify.annotations.NullMarked;
