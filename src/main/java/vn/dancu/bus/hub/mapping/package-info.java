/** Mappings: their versions in the database, the changes, files of them, and what every instance holds in memory. */
@NullMarked
package vn.dancu.bus.hub.mapping;

import org.jspecify.annotations.NullMarked;
