/** What the transports share: connections of one account, and the plan by which a call is tried again and counted. */
@NullMarked
package vn.dancu.bus.document.axis.call;

import org.jspecify.annotations.NullMarked;
