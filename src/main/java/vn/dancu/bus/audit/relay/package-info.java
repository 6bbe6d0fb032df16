/**
 * The relay of committed events to Kafka, in their order and at least once: those of the trail, and those of the topics of other rooms.
 * One instance leads; Camel carries the events.
 */
@NullMarked
@NamedInterface("relay")
package vn.dancu.bus.audit.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
