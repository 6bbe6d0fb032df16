package vn.dancu.bus.enrichment.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.enrichment.EnrichmentSource;

/**
 * Of whom the records of a job are, and how they stand against what the register holds.
 *
 * @param job its number, which is the origin of what it merges: a later file has a higher one
 * @param group path of the group in the citizen message
 * @param elements names of the values, in their order
 */
public record MergeTerms(
        int job,
        UUID jobId,
        String source,
        String authority,
        String document,
        Instant receivedAt,
        String group,
        List<String> elements,
        EnrichmentSource.Standing standing) {

    public MergeTerms {
        elements = List.copyOf(elements);
    }
}
