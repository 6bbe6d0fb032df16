/**
 * A short message centre (SMSC) of several made-up mobile operators, by SMPP 3.4 on a port of its own, with faults on request
 * ({@code docs/protocols/PR-SMSC.md}).
 *
 * <p>It knows nothing of the bus's own SMPP code. What it has taken lies in memory and ends with the process; what a
 * subscriber wrote waits while nobody is bound, and is sent again until it is taken. Whoever reaches the sandbox may set
 * faults.
 */
@NullMarked
package vn.dancu.bus.sandbox.sms;

import org.jspecify.annotations.NullMarked;
