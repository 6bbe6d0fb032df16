package vn.dancu.bus.enrichment.job;

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
}
