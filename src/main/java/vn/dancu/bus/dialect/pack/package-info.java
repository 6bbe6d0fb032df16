/**
 * Reads dialect packs, strictly: what is unknown, missing, doubled or contradictory is reported with file, line, column and
 * rule, all of it at once. Internal to the room.
 */
@NullMarked
package vn.dancu.bus.dialect.pack;

import org.jspecify.annotations.NullMarked;
