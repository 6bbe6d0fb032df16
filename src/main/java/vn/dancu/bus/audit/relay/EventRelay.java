package vn.dancu.bus.audit.relay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dancu.bus.kernel.LogKeys;

/**
 * Moves committed events of one topic to Kafka in their order, at least once. One instance leads, the others stand by.
 *
 * <pre>
 *   standing by --lock--> leading: read, send, wait for all, move the position, read …
 *        ^                   |
 *        +---- any failure --+   the position stays, so what was not acknowledged is sent again with the same ids
 * </pre>
 */
public final class EventRelay implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(EventRelay.class);
    private static final int MAX_BATCH = 1000;

    /** Shortest time between two rounds, so that one round sends the events of many commits; an event waits as long. */
    private static final Duration MIN_PAUSE = Duration.ofMillis(100);

    /** Longest time between two rounds: an event may have waited for an older transaction, whose end wakes nobody. */
    private static final Duration MAX_PAUSE = Duration.ofMillis(200);

    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final RelaySource source;
    private final EventSteps channel;
    private final RelayMetrics metrics;
    private final RelayHealth health;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * How many events are sent together. After a failure one by one: what lies before an event that Kafka refuses
     * goes on. Touched by the relay's thread alone.
     */
    private int batch = MAX_BATCH;

    EventRelay(RelaySource source, EventSteps channel, RelayMetrics metrics, RelayHealth health) {
        this.source = source;
        this.channel = channel;
        this.metrics = metrics;
        this.health = health;
    }

    /** Says that events may have been committed; cheap, from any thread. */
    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread started = new Thread(this::relayWhileRunning, "dancu-relay-" + channel.name());
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

    /** Stops before the routes and the trail; the next leader relays what is left. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void relayWhileRunning() {
        while (running) {
            try {
                leadOrStandBy();
            } catch (RelayFailure | RuntimeException e) {
                batch = 1;
                if (running && channel.isReady()) {
                    metrics.failed();
                    report(e);
                }
            }
            metrics.leading(false);
            pause(RETRY_DELAY);
        }
    }

    private void report(Exception failure) {
        if (failure instanceof RelayFailure known && known.isBehind()) {
            health.behind(true);
        } else {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.ROUTE_ID, channel.name())
                    .setCause(failure)
                    .log("The relay of events begins again");
        }
    }

    private void leadOrStandBy() throws RelayFailure {
        if (!channel.isReady()) {
            return;
        }
        Optional<RelaySource.Lead> lead = source.lead();
        health.behind(false);
        if (lead.isEmpty()) {
            metrics.oldest(null);
            return;
        }
        try (RelaySource.Lead store = lead.get()) {
            metrics.leading(true);
            noteOldest(store.next(1));
            try {
                channel.open();
                relay(store);
            } finally {
                channel.close();
            }
        }
    }

    private void relay(RelaySource.Lead store) throws RelayFailure {
        while (running) {
            List<RelaySource.Outgoing> events = store.next(batch);
            noteOldest(events);
            if (events.isEmpty()) {
                awaitMore();
            } else {
                channel.send(events, () -> running && store.isLeading());
                store.acknowledged();
                metrics.relayed(events.size());
                pauseUnless(events.size() == batch);
                batch = Math.min(MAX_BATCH, 2 * batch);
            }
        }
    }

    private void noteOldest(List<RelaySource.Outgoing> events) {
        metrics.oldest(events.isEmpty() ? null : events.get(0).occurredAt());
    }

    /** After a full batch the next one is read at once. */
    private void pauseUnless(boolean isFull) {
        if (!isFull) {
            pause(MIN_PAUSE);
        }
    }

    private void awaitMore() {
        try {
            if (signal.tryAcquire(MAX_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                pause(MIN_PAUSE);
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
