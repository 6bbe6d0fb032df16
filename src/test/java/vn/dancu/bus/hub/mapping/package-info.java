@NullMarked
package vn.dancu.bus.hub.mapping;

import org.jspecify.annotations.NullMarked;
