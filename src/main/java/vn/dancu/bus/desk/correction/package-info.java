/** Correction requests of citizens as operators and inspectors see them: how each stands; never what was written or whose it is. */
@NullMarked
package vn.dancu.bus.desk.correction;

import org.jspecify.annotations.NullMarked;
