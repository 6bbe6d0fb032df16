package vn.dancu.bus.enrichment.merge;

/**
 * What became of a chunk.
 *
 * @param letters one of {@link OutcomeLetters} for each record, in the order of their lines
 * @param passed people whom it named first and left as they were, for {@link PassedPeople}
 */
public record MergedChunk(String letters, byte[] passed) {}
