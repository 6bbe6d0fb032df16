package vn.dancu.bus.enrichment;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many records had which outcome.
 *
 * @param byOutcome without zeros
 * @param byReplaced of all: found by a number that was replaced
 */
public record OutcomeCounts(Map<RecordOutcome, Long> byOutcome, long byReplaced) {

    public static final OutcomeCounts NONE = new OutcomeCounts(Map.of(), 0);

    public OutcomeCounts {
        byOutcome = Map.copyOf(byOutcome);
    }

    public long of(RecordOutcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }

    public long of(RecordOutcome.Heading heading) {
        return byOutcome.entrySet().stream()
                .filter(entry -> entry.getKey().heading() == heading)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Of all outcomes together. */
    public long total() {
        return byOutcome.values().stream().mapToLong(Long::longValue).sum();
    }

    public OutcomeCounts plus(OutcomeCounts other) {
        Map<RecordOutcome, Long> sum = new EnumMap<>(RecordOutcome.class);
        sum.putAll(byOutcome);
        other.byOutcome.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
        return new OutcomeCounts(sum, byReplaced + other.byReplaced);
    }
}
