package vn.dancu.bus.enrichment.merge;

/** Matching and merging of a chunk, in the transaction of the caller: all of it or nothing. */
public interface ChunkMerge {

    /**
     * Waits until no other chunk of the group is being merged, finds whom each record is about, merges what is to be merged, keeps the
     * differences, and drops the table.
     *
     * @throws StagedRecordsLostException where the table has fewer records than were staged: PostgreSQL crashed since
     */
    MergedChunk merge(StagedChunk chunk, MergeTerms terms);
}
