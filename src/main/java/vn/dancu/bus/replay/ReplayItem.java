package vn.dancu.bus.replay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One message of a replay.
 *
 * @param number its place in the replay, from 1
 * @param letter id of the dead letter, or {@code event.<uuid>} of a message that was answered before
 * @param messageId the original id, under which it is asked or sent again
 * @param code why, where it was not answered or delivered
 * @param event the audit event of the answer or refusal, where there is one
 * @param attempts how often releasing it was begun
 */
public record ReplayItem(
        UUID id,
        UUID replay,
        int number,
        String letter,
        LetterKind kind,
        @Nullable PartnerId partner,
        @Nullable String messageId,
        State state,
        @Nullable String code,
        @Nullable UUID event,
        int attempts,
        Instant changedAt) {

    /**
     * How far it is.
     *
     * <pre>
     *   WAITING ──▶ CLAIMED ──▶ SENT ──▶ ANSWERED, DELIVERED, REFUSED, DEAD
     *                  │  ▲        └───▶ GONE
     *                  │  └─ lease ended
     *                  └──▶ KEPT, GONE
     * </pre>
     */
    public enum State {
        /** Its turn has not come. */
        WAITING,
        /** An instance is releasing it. */
        CLAIMED,
        /** It was asked or sent again; the result is awaited. */
        SENT,
        /** It was answered. */
        ANSWERED,
        /** Its destination has taken it. */
        DELIVERED,
        /** It was asked again and refused; the asker was answered with the refusal. */
        REFUSED,
        /** It is a dead letter again. */
        DEAD,
        /** It was not released, and lies where it was. */
        KEPT,
        /** It did not lie there any more: somebody else took it. */
        GONE;

        /** Whether it is the end of the item. */
        public boolean isEnd() {
            return compareTo(SENT) > 0;
        }
    }
}
