package vn.dancu.bus.enrichment.merge;

/**
 * The table of a chunk's checked records.
 *
 * @param job number of the job
 * @param chunk from 0
 */
public record ChunkTable(int job, int chunk) {

    String name() {
        return "enrichment.staged_" + job + "_" + chunk;
    }
}
