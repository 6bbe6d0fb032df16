package vn.dancu.bus.enrichment.merge;

/** Matching and merging of a chunk, in the transaction of the caller: all of it or nothing. */
public interface ChunkMerge {

    /**
     * Waits until no other chunk of the group is being merged, finds whom each record is about, merges what is to be merged, keeps the
     * differences, and drops the table.
     *
     * @param accepted how many records the table must have
     * @return a letter of {@link OutcomeLetters} for each record, in the order of their lines
     * @throws StagedRecordsLostException where the table has fewer: PostgreSQL crashed since
     */
    String merge(ChunkTable table, int accepted, MergeTerms terms);
}
