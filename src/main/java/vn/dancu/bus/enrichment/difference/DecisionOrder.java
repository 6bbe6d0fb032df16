package vn.dancu.bus.enrichment.difference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides, about which differences: those that are named, or those that match and may be decided, the first
 * {@value #MOST} of them.
 *
 * @param reason in words, without a personal number; what the source is asked, where it is asked
 * @param keys empty where {@code filter} is meant
 * @param filter with a job or a source; null where {@code keys} are meant
 */
public record DecisionOrder(
        DifferenceDecision decision, String reason, List<DifferenceKey> keys, @Nullable DifferenceFilter filter) {

    /** How many one decision takes. */
    public static final int MOST = 1000;

    public DecisionOrder {
        keys = List.copyOf(keys);
    }
}
