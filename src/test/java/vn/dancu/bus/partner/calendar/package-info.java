/** Terms in working days. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.partner.calendar;
