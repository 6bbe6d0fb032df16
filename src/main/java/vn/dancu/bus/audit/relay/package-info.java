/**
 * The relay of committed events to Kafka, in their order and at least once. One instance leads; Camel carries the events.
 */
@NullMarked
package vn.dancu.bus.audit.relay;

import org.jspecify.annotations.NullMarked;
