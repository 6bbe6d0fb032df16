/** Tests of the partner room. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.partner;
