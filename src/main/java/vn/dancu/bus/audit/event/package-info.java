/** What all events of the trail share: their envelope, their place in its order, and their months. */
@NullMarked
package vn.dancu.bus.audit.event;

import org.jspecify.annotations.NullMarked;
