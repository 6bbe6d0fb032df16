/** Tests of reading dialect packs. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus.dialect.pack;
