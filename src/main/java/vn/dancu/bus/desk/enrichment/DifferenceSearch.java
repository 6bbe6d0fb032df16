package vn.dancu.bus.desk.enrichment;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.difference.DecisionBatch;
import vn.dancu.bus.enrichment.difference.DifferenceDecision;
import vn.dancu.bus.enrichment.difference.DifferenceFilter;
import vn.dancu.bus.enrichment.difference.DifferenceKey;
import vn.dancu.bus.enrichment.difference.DifferenceState;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The conditions of a list of differences, as the caller wrote them; null where there is none. */
public final class DifferenceSearch {

    /** @throws BusException {@code field_invalid} */
    public static DifferenceFilter filter(
            @Nullable String job,
            @Nullable String source,
            @Nullable String outcome,
            @Nullable String state,
            @Nullable String decision) {
        return new DifferenceFilter(
                id("job", job),
                source(source),
                outcome == null ? null : outcome(outcome),
                state == null
                        ? null
                        : DifferenceState.byCode(state)
                                .orElseThrow(() -> invalid("state", "open, asked, proposed, accepted or refused")),
                id("decision", decision));
    }

    private static @Nullable UUID id(String field, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid(field, "an id as the bus gave it");
        }
    }

    static @Nullable SourceCode source(@Nullable String text) {
        try {
            return text == null ? null : new SourceCode(text);
        } catch (IllegalArgumentException e) {
            throw invalid("source", "the code of a source");
        }
    }

    private static RecordOutcome outcome(String code) {
        return Arrays.stream(RecordOutcome.values())
                .filter(one -> one.heading() == RecordOutcome.Heading.DIFFERING
                        && one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> invalid("outcome", "name_differs, birth_differs, unknown, ambiguous or deceased"));
    }

    /** The last difference of the page before. */
    public static @Nullable DifferenceKey after(@Nullable String after) {
        return after == null
                ? null
                : DifferenceKey.of(after).orElseThrow(() -> invalid("after", "the next of the answer before"));
    }

    /** Differences by their names. */
    public static List<DifferenceKey> keys(List<String> names) {
        return names.stream()
                .map(name -> DifferenceKey.of(name)
                        .orElseThrow(() -> invalid("differences", "each as the bus names it, such as 12-345")))
                .toList();
    }

    public static DifferenceDecision decision(String code) {
        return DifferenceDecision.byCode(code).orElseThrow(() -> invalid("decision", "accept, refuse or ask"));
    }

    static DecisionBatch.@Nullable State batchState(@Nullable String code) {
        return code == null
                ? null
                : DecisionBatch.State.byCode(code).orElseThrow(() -> invalid("state", "proposed, done or rejected"));
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }

    private DifferenceSearch() {}
}
