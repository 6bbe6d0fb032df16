/** Sends the notices to partners: they go through the outbox like everything else. */
@NullMarked
package vn.dancu.bus.delivery.notice;

import org.jspecify.annotations.NullMarked;
