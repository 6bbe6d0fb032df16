package vn.dancu.bus.replay;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One replay.
 *
 * @param scope what it takes up, as JSON without personal data
 * @param decidedBy who confirmed or rejected it; null while nobody did, and when it needed nobody
 * @param counts how many of its messages are in each state
 */
public record Replay(
        UUID id,
        String scope,
        String reason,
        State state,
        int letters,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant endedAt,
        Map<ReplayItem.State, Integer> counts) {

    /** How far a replay is. */
    public enum State {
        /** Waits for a second person. */
        PROPOSED,
        RUNNING,
        /** Every message has an end. */
        ENDED,
        REJECTED
    }
}
