/** The wire cases: one folder of text files a case, good and broken, over the three doors. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.wire;
