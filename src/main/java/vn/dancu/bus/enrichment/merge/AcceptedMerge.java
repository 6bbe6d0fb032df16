package vn.dancu.bus.enrichment.merge;

import java.util.UUID;

/** Merging of differences that clerks accepted, by the rules of a chunk: precedence, freshness, history, and the feed's row. */
public interface AcceptedMerge {

    /**
     * Merges the differences of a job that the decision holds, in the transaction of the caller. Whom each is about was decided and is
     * not asked again; what the register holds now is.
     *
     * @return a letter of {@link OutcomeLetters} for each record, in the order of their lines
     */
    String merge(UUID decision, MergeTerms terms);
}
