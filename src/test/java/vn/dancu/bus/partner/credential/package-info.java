/** Tests of the room partner.credential. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.partner.credential;
