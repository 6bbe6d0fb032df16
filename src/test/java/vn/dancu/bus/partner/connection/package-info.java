/** Tests of authorities and their way to a connection. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.partner.connection;
