@NullMarked
package vn.dancu.bus.desk.hub;

import org.jspecify.annotations.NullMarked;
