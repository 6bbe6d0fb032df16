package vn.dancu.bus.audit.trail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.AuditTrail;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.batch.BatchQueue;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;

/**
 * Writes the records of many callers in one commit. One thread commits; when the next commit begins is said by
 * {@link BatchQueue}, so that commits are few under load and a lone record does not wait.
 */
final class GroupCommit implements AuditTrail, SmartLifecycle {

    /** Starts before and stops after everything that answers questions. */
    static final int PHASE = Integer.MIN_VALUE + 10_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MAX_BATCH = 512;

    /** A commit costs several times what a row in it costs. Measured: docs/decisions/0015. */
    private static final Duration MIN_PAUSE = Duration.ofMillis(1);

    private static final Duration MAX_IDLE = Duration.ofMillis(100);

    private final EventRowEncoder encoder;
    private final Supplier<JdbcEventWriter> stores;
    private final AuditSettings settings;
    private final AppendMetrics metrics;
    private final Runnable committed;
    private final BatchQueue<PendingAppend> queue;
    private final Semaphore freePlaces;
    private final RecentOnceKeys recentKeys;
    private volatile boolean running;
    private @Nullable Thread committer;

    /**
     * @param stores makes the committer's writer
     * @param questions that may soon have a record to append
     * @param committed called after each commit; must be quick
     */
    GroupCommit(
            EventRowEncoder encoder,
            Supplier<JdbcEventWriter> stores,
            AuditSettings settings,
            AppendMetrics metrics,
            QuestionsInFlight questions,
            Runnable committed) {
        this.encoder = encoder;
        this.stores = stores;
        this.settings = settings;
        this.metrics = metrics;
        this.committed = committed;
        this.queue = new BatchQueue<>(settings.maxWaiting(), MAX_BATCH, MIN_PAUSE, questions::count);
        this.freePlaces = new Semaphore(settings.maxWaiting());
        this.recentKeys = new RecentOnceKeys(settings.onceWindow());
        metrics.watchPending(() -> settings.maxWaiting() - freePlaces.availablePermits());
    }

    @Override
    public Receipt append(AuditRecord record) {
        PendingAppend pending = new PendingAppend(encoder.encode(record));
        if (!running) {
            throw new BusException(ErrorCode.AUDIT_UNAVAILABLE, null);
        }
        if (!freePlaces.tryAcquire()) {
            throw overloaded();
        }
        try {
            if (!queue.offer(pending)) {
                throw overloaded();
            }
            return await(pending);
        } finally {
            freePlaces.release();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread started = new Thread(this::commitWhileRunning, "dancu-audit-commit");
        committer = started;
        started.start();
    }

    /** Writes what is queued, then ends the committer. */
    @Override
    public void stop() {
        running = false;
        Thread started = committer;
        if (started != null) {
            join(started);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void commitWhileRunning() {
        try (JdbcEventWriter store = stores.get()) {
            while (running || !queue.isEmpty()) {
                List<PendingAppend> batch = nextBatch();
                if (!batch.isEmpty()) {
                    commit(store, batch);
                }
            }
        }
    }

    /** Leaves out records whose callers no longer wait. */
    private List<PendingAppend> nextBatch() {
        try {
            return queue.take(MAX_IDLE).stream()
                    .filter(pending -> !pending.isWithdrawn())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
            return List.of();
        }
    }

    /** Every caller of the batch gets an outcome, whatever happens. */
    private void commit(JdbcEventWriter store, List<PendingAppend> batch) {
        try {
            write(store, unlessRepeated(batch));
        } catch (RuntimeException e) {
            fail(batch, e);
        }
    }

    /** Answers those whose once-key is known to be used, and leaves the others to be written. */
    private List<PendingAppend> unlessRepeated(List<PendingAppend> batch) {
        List<PendingAppend> others = new ArrayList<>(batch.size());
        for (PendingAppend pending : batch) {
            if (recentKeys.contains(pending.row().onceKey())) {
                metrics.repeated();
                pending.done(Receipt.ALREADY_RECORDED);
            } else {
                others.add(pending);
            }
        }
        return others;
    }

    /** When the database refuses a row for its data, the batch is halved until that row is alone; the others are written. */
    private void write(JdbcEventWriter store, List<PendingAppend> batch) {
        if (batch.isEmpty()) {
            return;
        }
        long startedAt = System.nanoTime();
        try {
            BitSet written = store.append(batch.stream().map(PendingAppend::row).toList());
            metrics.committed(batch.size(), System.nanoTime() - startedAt);
            committed.run();
            for (int i = 0; i < batch.size(); i++) {
                recentKeys.add(batch.get(i).row().onceKey());
                batch.get(i).done(written.get(i) ? Receipt.RECORDED : Receipt.ALREADY_RECORDED);
            }
        } catch (AppendFailure e) {
            if (!e.isFromData() || batch.size() == 1) {
                fail(batch, e);
                return;
            }
            write(store, batch.subList(0, batch.size() / 2));
            write(store, batch.subList(batch.size() / 2, batch.size()));
        }
    }

    private Receipt await(PendingAppend pending) {
        try {
            return pending.await(settings.appendTimeout());
        } catch (BusException e) {
            metrics.failed();
            throw e;
        }
    }

    private BusException overloaded() {
        metrics.overloaded();
        return new BusException(ErrorCode.OVERLOADED, null);
    }

    private static void fail(List<PendingAppend> batch, @Nullable Throwable cause) {
        LOGGER.atError()
                .addKeyValue(LogKeys.COUNT, batch.size())
                .setCause(cause)
                .log("Audit records could not be written, their answers are refused");
        batch.forEach(pending -> pending.failed(cause));
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
