/** Tests of the room partner.suspension. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.partner.suspension;
