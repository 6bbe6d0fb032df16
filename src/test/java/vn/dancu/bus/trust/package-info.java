@NullMarked
package vn.dancu.bus.trust;

import org.jspecify.annotations.NullMarked;
