/**
 * The SOAP door: SOAP 1.1 over CXF, the digest sign-in of the population service, faults with stable codes.
 *
 * <p>CXF carries the bytes and publishes the contract; envelope and body are read and written by the message library.
 */
@NullMarked
package vn.dancu.bus.gateway.soap;

import org.jspecify.annotations.NullMarked;
