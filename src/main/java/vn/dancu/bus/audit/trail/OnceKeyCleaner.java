package vn.dancu.bus.audit.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deletes once-keys that are older than the replay window, in small batches, so that no append waits for a deletion. */
final class OnceKeyCleaner {

    private static final int BATCH_SIZE = 1000;

    private final JdbcOnceKeys keys;
    private final Duration window;
    private final Clock clock;

    OnceKeyCleaner(JdbcOnceKeys keys, Duration window, Clock clock) {
        this.keys = keys;
        this.window = window;
        this.clock = clock;
    }

    void clean() {
        Instant before = Instant.now(clock).minus(window);
        int deleted;
        do {
            deleted = keys.delete(before, BATCH_SIZE);
        } while (deleted == BATCH_SIZE && !Thread.currentThread().isInterrupted());
    }
}
