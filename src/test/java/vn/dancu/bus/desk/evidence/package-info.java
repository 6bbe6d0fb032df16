/** Tests of the desk of the trail as evidence, on the whole bus. */
@NullMarked
package vn.dancu.bus.desk.evidence;

import org.jspecify.annotations.NullMarked;
