/**
 * A mock of the national document axis on a port of its own: the REST interface of the axis, the older operations over SOAP, and
 * faults on request ({@code docs/protocols/PR-AXIS.md}).
 *
 * <p>It keeps what it was sent on disk and survives a killed process. It knows nothing of the bus's own client and believes none of
 * its headers: each call is checked against the secret of the system that it names. Whoever reaches its port may set faults.
 */
@NullMarked
package vn.dancu.bus.sandbox.axis;

import org.jspecify.annotations.NullMarked;
