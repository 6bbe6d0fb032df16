package vn.dancu.bus.audit.trail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;

/**
 * Writes the records of many callers in one commit: a commit takes the records that were queued while the previous one
 * ran. No caller waits for a batch to fill.
 */
final class GroupCommit implements AuditTrail, SmartLifecycle {

    /** Starts before and stops after everything that answers questions. */
    static final int PHASE = Integer.MIN_VALUE + 10_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MAX_BATCH = 512;
    private static final Duration MAX_IDLE = Duration.ofMillis(100);

    private final EventRowEncoder encoder;
    private final Supplier<JdbcEventWriter> stores;
    private final AuditSettings settings;
    private final AppendMetrics metrics;
    private final Runnable committed;
    private final BlockingQueue<PendingAppend> queue = new LinkedBlockingQueue<>();
    private final Semaphore freePlaces;
    private final List<Thread> committers = new ArrayList<>();
    private volatile boolean running;

    /**
     * @param stores makes the writer of each committer
     * @param committed called after each commit; must be quick
     */
    GroupCommit(
            EventRowEncoder encoder,
            Supplier<JdbcEventWriter> stores,
            AuditSettings settings,
            AppendMetrics metrics,
            Runnable committed) {
        this.encoder = encoder;
        this.stores = stores;
        this.settings = settings;
        this.metrics = metrics;
        this.committed = committed;
        this.freePlaces = new Semaphore(settings.maxWaiting());
        metrics.watchPending(() -> settings.maxWaiting() - freePlaces.availablePermits());
    }

    @Override
    public Receipt append(AuditRecord record) {
        PendingAppend pending = new PendingAppend(encoder.encode(record));
        if (!running) {
            throw new BusException(ErrorCode.AUDIT_UNAVAILABLE, null);
        }
        if (!freePlaces.tryAcquire()) {
            metrics.overloaded();
            throw new BusException(ErrorCode.OVERLOADED, null);
        }
        try {
            queue.add(pending);
            return pending.await(settings.appendTimeout());
        } catch (BusException e) {
            metrics.failed();
            throw e;
        } finally {
            freePlaces.release();
        }
    }

    @Override
    public void start() {
        running = true;
        for (int i = 1; i <= settings.committers(); i++) {
            Thread committer = new Thread(this::commitWhileRunning, "dancu-audit-commit-" + i);
            committers.add(committer);
            committer.start();
        }
    }

    /** Writes what is queued, then ends the committers. */
    @Override
    public void stop() {
        running = false;
        committers.forEach(GroupCommit::join);
        committers.clear();
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
        List<PendingAppend> batch = new ArrayList<>();
        try {
            PendingAppend first = queue.poll(MAX_IDLE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, MAX_BATCH - 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
        batch.removeIf(PendingAppend::isWithdrawn);
        return batch;
    }

    /** Every caller of the batch gets an outcome, whatever happens. */
    private void commit(JdbcEventWriter store, List<PendingAppend> batch) {
        try {
            write(store, batch);
        } catch (RuntimeException e) {
            fail(batch, e);
        }
    }

    /** When the database refuses a row for its data, the batch is halved until that row is alone; the others are written. */
    private void write(JdbcEventWriter store, List<PendingAppend> batch) {
        long startedAt = System.nanoTime();
        try {
            BitSet written = store.append(batch.stream().map(PendingAppend::row).toList());
            metrics.committed(batch.size(), System.nanoTime() - startedAt);
            committed.run();
            for (int i = 0; i < batch.size(); i++) {
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
