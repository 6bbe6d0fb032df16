@NullMarked
package vn.dancu.bus.conformance;

import org.jspecify.annotations.NullMarked;
