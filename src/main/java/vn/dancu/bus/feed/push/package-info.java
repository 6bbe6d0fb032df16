/** Pages of the feed for partners who want to be called: they leave by the outbox, in their order. */
@NullMarked
package vn.dancu.bus.feed.push;

import org.jspecify.annotations.NullMarked;
