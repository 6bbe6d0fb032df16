package vn.dancu.bus.desk.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.replay.ReplayPlan;

/** What a replay would do; see {@link ReplayPlan}. */
record ReplayPlanResponse(
        int letters, int ready, Map<String, Integer> kept, boolean needsSecondPerson, List<PlannedLetter> sample) {

    /** One letter, and why it would stay. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlannedLetter(DeadLetterResponse letter, @Nullable String objection) {}

    static ReplayPlanResponse of(ReplayPlan plan) {
        return new ReplayPlanResponse(
                plan.letters(),
                plan.ready(),
                plan.kept(),
                plan.needsSecondPerson(),
                plan.sample().stream()
                        .map(line -> new PlannedLetter(DeadLetterResponse.of(line.letter()), line.objection()))
                        .toList());
    }
}
