/**
 * The endpoint {@code delivery:<channel>}: as a source it sends what the outbox has for a channel, as a step it puts the message
 * of the exchange into the outbox.
 */
@NullMarked
package vn.dancu.bus.camel.delivery;

import org.jspecify.annotations.NullMarked;
