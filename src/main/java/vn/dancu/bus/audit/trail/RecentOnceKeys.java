package vn.dancu.bus.audit.trail;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The once-keys that this instance saw used lately. It spares the database the commonest replays; what it does not know
 * the database decides. Not thread-safe.
 */
final class RecentOnceKeys {

    /** About 6 MB. */
    private static final int MAX_KEYS = 32_768;

    private final long windowNanos;
    private final Map<ByteBuffer, Long> seenAt = new LinkedHashMap<>();

    /** @param window how long a key is remembered: not longer than in the database */
    RecentOnceKeys(Duration window) {
        this.windowNanos = window.toNanos();
    }

    /** Notes a key that is durably in the database. */
    void add(byte @Nullable [] key) {
        if (key == null) {
            return;
        }
        long now = System.nanoTime();
        seenAt.putIfAbsent(ByteBuffer.wrap(key), now);
        Iterator<Long> oldestFirst = seenAt.values().iterator();
        while (oldestFirst.hasNext() && (isOver(oldestFirst.next(), now) || seenAt.size() > MAX_KEYS)) {
            oldestFirst.remove();
        }
    }

    boolean contains(byte @Nullable [] key) {
        Long at = key == null ? null : seenAt.get(ByteBuffer.wrap(key));
        return at != null && !isOver(at, System.nanoTime());
    }

    private boolean isOver(long at, long now) {
        return now - at >= windowNanos;
    }
}
