/** Texts on their way out: put into the outbox, and followed from the operator's number of each part to its receipt. */
@NullMarked
package vn.dancu.bus.sms.outbound;

import org.jspecify.annotations.NullMarked;
