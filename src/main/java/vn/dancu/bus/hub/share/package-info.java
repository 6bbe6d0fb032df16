/** The split of the hub's quota: its versions, the changes, and the permit that each question takes. */
@NullMarked
package vn.dancu.bus.hub.share;

import org.jspecify.annotations.NullMarked;
