package vn.dancu.bus.enrichment.difference;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A decision about differences of one source.
 *
 * @param records how many it is about
 * @param endedBy who confirmed or rejected it, or the same account where nobody else had to; null while it waits
 * @param results outcomes of the merge of what was accepted
 */
public record DecisionBatch(
        UUID id,
        SourceCode source,
        PartnerId authority,
        DifferenceDecision decision,
        String reason,
        State state,
        int records,
        String proposedBy,
        Instant proposedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        Map<RecordOutcome, Long> results) {

    /** How it stands. */
    public enum State {
        /** A second person must confirm it. */
        PROPOSED,
        DONE,
        /** Its differences are open again. */
        REJECTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> byCode(String code) {
            return Stream.of(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst();
        }
    }

    public DecisionBatch {
        results = Map.copyOf(results);
    }
}
