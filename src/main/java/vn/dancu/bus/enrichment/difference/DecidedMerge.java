package vn.dancu.bus.enrichment.difference;

import java.util.List;
import java.util.Optional;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.merge.AcceptedMerge;
import vn.dancu.bus.enrichment.merge.MergeTerms;
import vn.dancu.bus.enrichment.merge.OutcomeLetters;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Merges what a decision accepts, job after job, each under the origin that its own merge had. */
final class DecidedMerge {

    private final AcceptedMerge merge;
    private final JdbcDifferences rows;
    private final JdbcDecisions decisions;
    private final EnrichmentSources sources;
    private final Partners partners;

    DecidedMerge(
            AcceptedMerge merge,
            JdbcDifferences rows,
            JdbcDecisions decisions,
            EnrichmentSources sources,
            Partners partners) {
        this.merge = merge;
        this.rows = rows;
        this.decisions = decisions;
        this.sources = sources;
        this.partners = partners;
    }

    /** Refuses what the source may not have merged now. */
    void requireMergeable(DifferenceDecision decision, SourceCode source) {
        if (decision == DifferenceDecision.ACCEPT) {
            mergeable(source);
        }
    }

    private EnrichmentSource mergeable(SourceCode code) {
        EnrichmentSource source = sources.find(code)
                .orElseThrow(
                        () -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "source", "a source that this bus knows"));
        partners.find(source.authority())
                .map(Partner::objection)
                .orElse(Optional.of(ErrorCode.PARTNER_UNKNOWN))
                .ifPresent(objection -> {
                    throw BusException.of(objection, "source", "a partner that may deliver");
                });
        return source;
    }

    /** In the transaction of the caller. */
    void merge(DecisionBatch batch) {
        EnrichmentSource.Standing standing = mergeable(batch.source()).standing();
        for (JdbcDecisions.JobOrigin origin : decisions.origins(batch.id())) {
            String letters = merge.merge(batch.id(), terms(origin, standing));
            List<RecordOutcome> outcomes = letters.chars()
                    .mapToObj(letter -> OutcomeLetters.outcome((char) letter))
                    .toList();
            rows.results(batch.id(), origin.number(), outcomes);
        }
    }

    private static MergeTerms terms(JdbcDecisions.JobOrigin origin, EnrichmentSource.Standing standing) {
        return new MergeTerms(
                origin.number(),
                origin.id(),
                origin.source(),
                origin.authority(),
                origin.document(),
                origin.receivedAt(),
                origin.element(),
                origin.elements(),
                new EnrichmentSource.Standing(origin.precedence(), standing.freshness(), standing.fourEyes()));
    }
}
