@NullMarked
package vn.dancu.bus.catalogue.crosswalk;

import org.jspecify.annotations.NullMarked;
