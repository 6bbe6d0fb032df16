/** Deletes what enrichment has kept long enough, and counts what is open. No face. */
@NullMarked
package vn.dancu.bus.enrichment.upkeep;

import org.jspecify.annotations.NullMarked;
