/** Tests of the room partner.notice. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.partner.notice;
