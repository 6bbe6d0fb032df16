package vn.dancu.bus.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets once-keys that are older than the window, a few at a time, so that no answer waits for it. */
final class Forgetting implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Forgetting.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int FEW = 1000;

    private final JdbcOnceKeys keys;
    private final Duration window;
    private final Clock clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Forgetting::daemon);

    Forgetting(JdbcOnceKeys keys, Duration window, Clock clock) {
        this.keys = keys;
        this.window = window;
        this.clock = clock;
    }

    void start() {
        var unused = worker.scheduleWithFixedDelay(
                this::forgetOrTryLater, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void forget() {
        Instant before = Instant.now(clock).minus(window);
        int forgotten;
        do {
            forgotten = keys.forget(before, FEW);
        } while (forgotten == FEW && !worker.isShutdown());
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void forgetOrTryLater() {
        try {
            forget();
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("Old once-keys could not be forgotten");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "dancu-audit-forget");
        thread.setDaemon(true);
        return thread;
    }
}
