@NullMarked
package vn.dancu.bus.desk.codebook;

import org.jspecify.annotations.NullMarked;
