@NullMarked
package vn.dancu.bus.gateway;

import org.jspecify.annotations.NullMarked;
