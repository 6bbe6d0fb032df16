package vn.dancu.bus.desk.enrichment;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.enrichment.difference.DecisionOrder;
import vn.dancu.bus.enrichment.difference.DifferenceFilter;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * A decision about single differences, or about the first of those that match.
 *
 * @param decision {@code accept}, {@code refuse} or {@code ask}
 * @param differences their names; then without any condition
 */
public record DecisionRequest(
        String decision,
        String reason,
        @Nullable List<String> differences,
        @Nullable String job,
        @Nullable String source,
        @Nullable String outcome) {

    /** @throws BusException {@code field_missing} or {@code field_invalid} */
    public DecisionOrder order() {
        boolean isFiltered = Stream.of(job, source, outcome).anyMatch(Objects::nonNull);
        if (differences != null && isFiltered) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "differences", "without any condition");
        }
        if (differences == null && !isFiltered) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "differences", "names of differences, or a condition");
        }
        DifferenceFilter filter =
                differences == null ? DifferenceSearch.filter(job, source, outcome, null, null) : null;
        return new DecisionOrder(
                DifferenceSearch.decision(decision),
                ActReason.checked("reason", reason),
                differences == null ? List.of() : DifferenceSearch.keys(differences),
                filter);
    }
}
