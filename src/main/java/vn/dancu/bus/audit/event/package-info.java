/** What all events of the trail share: their envelope, their place in its order, and their months. */
@NullMarked
@NamedInterface("event")
package vn.dancu.bus.audit.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
