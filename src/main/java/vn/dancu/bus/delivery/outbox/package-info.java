/** Puts messages into the caller's transaction, and takes them back. */
@NullMarked
package vn.dancu.bus.delivery.outbox;

import org.jspecify.annotations.NullMarked;
