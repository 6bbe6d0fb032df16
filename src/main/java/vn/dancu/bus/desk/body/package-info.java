/** Bodies that several parts of the desk have in common. */
@NullMarked
package vn.dancu.bus.desk.body;

import org.jspecify.annotations.NullMarked;
