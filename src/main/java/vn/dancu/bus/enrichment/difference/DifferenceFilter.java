package vn.dancu.bus.enrichment.difference;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;

/**
 * Which differences; null for any.
 *
 * @param decision by which they were decided, or their source asked
 */
public record DifferenceFilter(
        @Nullable UUID job,
        @Nullable SourceCode source,
        @Nullable RecordOutcome outcome,
        @Nullable DifferenceState state,
        @Nullable UUID decision) {

    public static final DifferenceFilter ALL = new DifferenceFilter(null, null, null, null, null);
}
