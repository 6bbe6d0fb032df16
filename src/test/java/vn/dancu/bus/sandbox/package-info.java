@NullMarked
package vn.dancu.bus.sandbox;

import org.jspecify.annotations.NullMarked;
