package vn.dancu.bus.audit.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Deletes once-keys that are older than the replay window, in small batches, so that no append waits for a deletion. */
final class OnceKeyCleaner {

    private static final Logger LOGGER = LoggerFactory.getLogger(OnceKeyCleaner.class);
    private static final int BATCH_SIZE = 1000;

    private final JdbcOnceKeys keys;
    private final Duration window;
    private final Clock clock;

    OnceKeyCleaner(JdbcOnceKeys keys, Duration window, Clock clock) {
        this.keys = keys;
        this.window = window;
        this.clock = clock;
    }

    /** One run; what is left after a failure is deleted by the next run. */
    void clean() {
        Instant before = Instant.now(clock).minus(window);
        try {
            int deleted;
            do {
                deleted = keys.delete(before, BATCH_SIZE);
            } while (deleted == BATCH_SIZE && !Thread.currentThread().isInterrupted());
        } catch (DataAccessException e) {
            LOGGER.atWarn().setCause(e).log("Old once-keys could not be deleted");
        }
    }
}
