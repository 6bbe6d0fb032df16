@NullMarked
package vn.dancu.bus.hub.kept;

import org.jspecify.annotations.NullMarked;
