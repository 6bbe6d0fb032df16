package vn.dancu.bus.desk.enrichment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.difference.DecisionBatch;

/** See {@link DecisionBatch}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionResponse(
        UUID id,
        String source,
        String authority,
        String decision,
        String reason,
        String state,
        int records,
        String proposedBy,
        Instant proposedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        Map<String, Long> results) {

    static DecisionResponse of(DecisionBatch batch) {
        Map<String, Long> results = new TreeMap<>();
        batch.results().forEach((outcome, count) -> results.put(outcome.code(), count));
        return new DecisionResponse(
                batch.id(),
                batch.source().value(),
                batch.authority().value(),
                batch.decision().code(),
                batch.reason(),
                batch.state().code(),
                batch.records(),
                batch.proposedBy(),
                batch.proposedAt(),
                batch.endedBy(),
                batch.endedAt(),
                results);
    }
}
