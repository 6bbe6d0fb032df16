/** Tests of the inspectors' desk. */
@NullMarked
package vn.dancu.bus.desk.inspection;

import org.jspecify.annotations.NullMarked;
