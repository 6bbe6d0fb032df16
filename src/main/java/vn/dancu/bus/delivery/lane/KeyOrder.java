package vn.dancu.bus.delivery.lane;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets one message of each order key out at a time, in the order in which they came. Not thread-safe. */
final class KeyOrder {

    private final Map<String, Queue<ClaimedMessage>> behind = new HashMap<>();

    /** Keys whose message has failed, by the failed message, until the failure is noted. */
    private final Map<String, UUID> blocked = new HashMap<>();

    /** What a message that came may do. */
    enum Turn {
        NOW,
        LATER,
        /** Not in this claim: one before it has failed. */
        NEVER
    }

    Turn turnOf(ClaimedMessage message) {
        String key = message.orderKey();
        if (key == null) {
            return Turn.NOW;
        }
        if (blocked.containsKey(key)) {
            return Turn.NEVER;
        }
        Queue<ClaimedMessage> queue = behind.get(key);
        if (queue == null) {
            behind.put(key, new ArrayDeque<>());
            return Turn.NOW;
        }
        queue.add(message);
        return Turn.LATER;
    }

    /** The message whose turn comes after that one, which its destination has; null when there is none. */
    @Nullable
    ClaimedMessage after(ClaimedMessage done) {
        String key = done.orderKey();
        if (key == null) {
            return null;
        }
        Queue<ClaimedMessage> queue = behind.get(key);
        ClaimedMessage next = queue == null ? null : queue.poll();
        if (next == null) {
            behind.remove(key);
        }
        return next;
    }

    /** Those that waited behind that one, which has failed or goes back; others with its key may not pass until noted. */
    Collection<ClaimedMessage> behind(ClaimedMessage failed) {
        String key = failed.orderKey();
        if (key == null) {
            return List.of();
        }
        blocked.put(key, failed.id());
        Queue<ClaimedMessage> queue = behind.remove(key);
        return queue == null ? List.of() : queue;
    }

    /** The database knows what came of the message. */
    void noted(ClaimedMessage message) {
        String key = message.orderKey();
        if (key != null) {
            blocked.remove(key, message.id());
        }
    }
}
