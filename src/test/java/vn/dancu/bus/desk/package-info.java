/** Tests of the desk. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.desk;
