/**
 * Brings checked records to the people of the register, a chunk of them at a time and set-wise.
 *
 * <p>Faces: {@link vn.dancu.bus.enrichment.merge.ChunkStaging} puts checked records into a table of their own,
 * {@link vn.dancu.bus.enrichment.merge.ChunkMerge} matches them by the rules of the register and merges them, in the transaction of the
 * caller. Who a record is about is decided as {@code register.PersonMatcher} decides it; a test holds one against the other.
 */
@NullMarked
package vn.dancu.bus.enrichment.merge;

import org.jspecify.annotations.NullMarked;
