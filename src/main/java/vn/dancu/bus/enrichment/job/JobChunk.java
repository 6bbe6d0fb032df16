package vn.dancu.bus.enrichment.job;

import vn.dancu.bus.enrichment.OutcomeCounts;
import vn.dancu.bus.enrichment.merge.ChunkTable;

/**
 * A chunk that is staged.
 *
 * @param records with those that a check refused
 */
record JobChunk(ChunkTable table, int records, int accepted) {

    int refused() {
        return records - accepted;
    }

    /**
     * What became of one.
     *
     * @param letters of its records, packed
     * @param passed people whom it named and left as they were, packed
     */
    record Outcome(byte[] letters, byte[] passed, OutcomeCounts counts) {}
}
