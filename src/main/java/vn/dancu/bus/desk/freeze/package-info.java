/** Keeps the configuration as it is while a freeze order covers it. */
@NullMarked
package vn.dancu.bus.desk.freeze;

import org.jspecify.annotations.NullMarked;
