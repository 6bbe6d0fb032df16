/** Tests of the SOAP door. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.gateway.soap;
