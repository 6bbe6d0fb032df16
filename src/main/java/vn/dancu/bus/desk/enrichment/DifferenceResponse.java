package vn.dancu.bus.desk.enrichment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.difference.Difference;

/** See {@link Difference}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DifferenceResponse(
        String id,
        UUID job,
        String source,
        String document,
        String outcome,
        LocalDate verifiedOn,
        boolean known,
        boolean ended,
        boolean fourEyes,
        String state,
        @Nullable UUID decision,
        @Nullable String result) {

    static DifferenceResponse of(Difference difference) {
        RecordOutcome result = difference.result();
        return new DifferenceResponse(
                difference.key().toString(),
                difference.job(),
                difference.source().value(),
                difference.document(),
                difference.outcome().code(),
                difference.verifiedOn(),
                difference.isKnown(),
                difference.isEnded(),
                difference.isMarked(),
                difference.state().code(),
                difference.decision(),
                result == null ? null : result.code());
    }
}
