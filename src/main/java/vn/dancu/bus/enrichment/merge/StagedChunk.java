package vn.dancu.bus.enrichment.merge;

/**
 * A chunk that is to be merged.
 *
 * @param accepted how many records the table must have
 * @param passed people whom earlier chunks of the file named and left as they were
 * @param isQuiet whether nobody asks this instance, so that more than one core may work
 */
public record StagedChunk(ChunkTable table, int accepted, PassedPeople passed, boolean isQuiet) {}
