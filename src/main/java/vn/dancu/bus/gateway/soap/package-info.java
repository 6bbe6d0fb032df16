/**
 * The SOAP door: SOAP 1.1 over CXF, the digest sign-in of the population service, faults with stable codes.
 *
 * <p>The envelope is CXF's; what is inside the body is read and written by the message library alone.
 */
@NullMarked
package vn.dancu.bus.gateway.soap;

import org.jspecify.annotations.NullMarked;
