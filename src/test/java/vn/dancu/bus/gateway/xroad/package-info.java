/** The X-Road doors on the running bus. */
@NullMarked
package vn.dancu.bus.gateway.xroad;

import org.jspecify.annotations.NullMarked;
