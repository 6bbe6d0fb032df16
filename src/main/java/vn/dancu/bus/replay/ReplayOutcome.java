package vn.dancu.bus.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item of a replay.
 *
 * @param code why, where it was not answered or delivered
 * @param event the audit event of the answer or refusal, where there is one
 */
public record ReplayOutcome(ReplayItem.State state, @Nullable String code, @Nullable UUID event) {

    /** What became of each, one after the other; the key is the id of the item. */
    public static Map<UUID, ReplayOutcome> ofEach(List<ReplayItem> items, Function<ReplayItem, ReplayOutcome> release) {
        Map<UUID, ReplayOutcome> outcomes = new HashMap<>();
        items.forEach(item -> outcomes.put(item.id(), release.apply(item)));
        return outcomes;
    }

    public static ReplayOutcome sent() {
        return new ReplayOutcome(ReplayItem.State.SENT, null, null);
    }

    public static ReplayOutcome kept(String code) {
        return new ReplayOutcome(ReplayItem.State.KEPT, code, null);
    }

    public static ReplayOutcome gone() {
        return new ReplayOutcome(ReplayItem.State.GONE, "letter_gone", null);
    }
}
