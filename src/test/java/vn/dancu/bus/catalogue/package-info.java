@NullMarked
package vn.dancu.bus.catalogue;

import org.jspecify.annotations.NullMarked;
