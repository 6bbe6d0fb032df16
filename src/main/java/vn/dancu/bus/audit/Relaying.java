package vn.dancu.bus.audit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Moves committed records to Kafka in the order of their commits, at least once. One instance leads, the others stand by.
 *
 * <pre>
 *   standing by --lock--> leading: read, send, wait for all, move the position, read …
 *        ^                   |
 *        +---- any failure --+   the position stays, so what was not acknowledged is sent again with the same ids
 * </pre>
 */
final class Relaying implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Relaying.class);
    private static final int BATCH = 1000;

    /** Between two rounds at the least: many commits make one round. */
    private static final Duration BREATH = Duration.ofMillis(20);

    /** Between two rounds at the most, for records whose older neighbours were not complete yet. */
    private static final Duration POLL = Duration.ofMillis(200);

    private static final Duration BACK_OFF = Duration.ofSeconds(1);

    private final JdbcLeaderLock leaderLock;
    private final EventChannel channel;
    private final AuditMetrics metrics;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    Relaying(JdbcLeaderLock leaderLock, EventChannel channel, AuditMetrics metrics) {
        this.leaderLock = leaderLock;
        this.channel = channel;
        this.metrics = metrics;
    }

    /** There may be something new; cheap, from any thread. */
    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread started = new Thread(this::relayWhileRunning, "dancu-audit-relay");
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        running = false;
        Thread started = thread;
        if (started != null) {
            started.interrupt();
            try {
                started.join(TimeUnit.SECONDS.toMillis(15));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** It stops before the routes and the trail do; what is left is relayed by the next that leads. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void relayWhileRunning() {
        while (running) {
            try {
                leadOrStandBy();
            } catch (RelayFailure | RuntimeException e) {
                if (running && channel.isReady()) {
                    metrics.relayFailed();
                    LOGGER.atWarn().setCause(e).log("The relay of audit events begins again");
                }
            }
            metrics.leading(false);
            pause(BACK_OFF);
        }
    }

    private void leadOrStandBy() throws RelayFailure {
        if (!channel.isReady()) {
            return;
        }
        Optional<JdbcRelay> lead = leaderLock.lead();
        if (lead.isEmpty()) {
            metrics.oldest(null);
            return;
        }
        try (JdbcRelay store = lead.get()) {
            metrics.leading(true);
            noteOldest(store.next(store.position(), 1));
            try {
                channel.open();
                relay(store);
            } finally {
                channel.close();
            }
        }
    }

    private void relay(JdbcRelay store) throws RelayFailure {
        JdbcRelay.Position position = store.position();
        while (running) {
            List<JdbcRelay.Outgoing> events = store.next(position, BATCH);
            noteOldest(events);
            if (events.isEmpty()) {
                awaitMore();
            } else {
                channel.send(events, () -> running && store.isLeading());
                position = events.get(events.size() - 1).position();
                store.moveTo(position);
                metrics.relayed(events.size());
                breathe(events.size());
            }
        }
    }

    private void noteOldest(List<JdbcRelay.Outgoing> events) {
        metrics.oldest(events.isEmpty() ? null : events.get(0).occurredAt());
    }

    /** A full batch is followed by the next at once. */
    private void breathe(int sent) {
        if (sent < BATCH) {
            pause(BREATH);
        }
    }

    private void awaitMore() {
        try {
            if (signal.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                pause(BREATH);
                signal.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
