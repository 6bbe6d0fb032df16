/**
 * The events: committed changes of the register get their places in one order, are handed out to followers, to whoever listens at Kafka, and
 * deleted by their age.
 */
@NullMarked
package vn.dancu.bus.feed.event;

import org.jspecify.annotations.NullMarked;
