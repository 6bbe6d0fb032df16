/** The endpoints by which people look after documents of the axis: where each is, and whether the books are even. */
@NullMarked
package vn.dancu.bus.desk.document;

import org.jspecify.annotations.NullMarked;
