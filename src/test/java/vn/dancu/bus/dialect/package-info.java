/** Tests of the dialect room. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.dialect;
