/** How the register reads the groups that other authorities brought to people's records. */
@NullMarked
package vn.dancu.bus.register.enriched;

import org.jspecify.annotations.NullMarked;
