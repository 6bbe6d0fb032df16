@NullMarked
package vn.dancu.bus.register;

import org.jspecify.annotations.NullMarked;
