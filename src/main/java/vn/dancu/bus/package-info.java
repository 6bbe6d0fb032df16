/** The bus: one room a package, each with one public face; this package holds only the starter. */
@org.jspecify.annotations.NullMarked
package vn.dancu.bus;
