package vn.dancu.bus.desk.console.enrichment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.desk.enrichment.DecisionRequest;
import vn.dancu.bus.desk.enrichment.DifferenceSearch;
import vn.dancu.bus.enrichment.difference.DecisionOrder;
import vn.dancu.bus.enrichment.difference.DifferenceFilter;
import vn.dancu.bus.enrichment.difference.DifferenceKey;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Which differences, as a form sends it: those that were ticked, or the conditions of the list. Empty is as not given. */
record DifferenceForm(
        @Nullable String job,
        @Nullable String source,
        @Nullable String outcome,
        @Nullable String state,
        @Nullable List<String> differences) {

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    DifferenceFilter filter() {
        return DifferenceSearch.filter(given(job), given(source), given(outcome), given(state), null);
    }

    /** Conditions of an address, each followed by {@code &}. */
    String address() {
        StringBuilder address = new StringBuilder();
        DifferenceFilter filter = filter();
        add(address, "job", filter.job());
        add(address, "source", filter.source());
        add(address, "outcome", given(outcome));
        add(address, "state", given(state));
        return address.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.append(name).append('=').append(value).append('&');
        }
    }

    List<DifferenceKey> keys() {
        if (differences == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "differences", "at least one that is ticked");
        }
        return DifferenceSearch.keys(differences);
    }

    DecisionOrder order(String decision, String reason) {
        boolean isTicked = differences != null;
        return new DecisionRequest(
                        decision,
                        reason,
                        differences,
                        isTicked ? null : given(job),
                        isTicked ? null : given(source),
                        isTicked ? null : given(outcome))
                .order();
    }
}
