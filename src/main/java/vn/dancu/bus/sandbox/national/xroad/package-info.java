/** What the simulated security server of X-Road reads and writes around the messages that it forwards. */
@NullMarked
package vn.dancu.bus.sandbox.national.xroad;

import org.jspecify.annotations.NullMarked;
