/** Tests of the register of contacts. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.partner.contact;
