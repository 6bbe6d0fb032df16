package vn.dancu.bus.desk.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.replay.Replay;

/** A replay; see {@link Replay}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayResponse(
        UUID id,
        Replay.State state,
        @JsonRawValue String scope,
        String reason,
        int letters,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant endedAt,
        Map<String, Integer> counts) {

    static ReplayResponse of(Replay replay) {
        Map<String, Integer> counts = new TreeMap<>();
        replay.counts().forEach((state, count) -> counts.put(state.name(), count));
        return new ReplayResponse(
                replay.id(),
                replay.state(),
                replay.scope(),
                replay.reason(),
                replay.letters(),
                replay.proposedBy(),
                replay.proposedAt(),
                replay.decidedBy(),
                replay.decidedAt(),
                replay.endedAt(),
                counts);
    }
}
