package vn.dancu.bus.audit;

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
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;

/**
 * Many callers, one commit: whatever has queued while the last commit ran makes up the next one. Nobody is kept waiting
 * for a batch to fill.
 */
final class GroupCommit implements AuditTrail, SmartLifecycle {

    /** It starts before and stops after everything that answers. */
    static final int PHASE = Integer.MIN_VALUE + 10_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MAX_BATCH = 512;
    private static final Duration IDLE = Duration.ofMillis(100);

    private final Rendering rendering;
    private final Supplier<JdbcEvents> stores;
    private final AuditSettings settings;
    private final AuditMetrics metrics;
    private final Runnable committed;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Semaphore places;
    private final List<Thread> committers = new ArrayList<>();
    private volatile boolean running;

    /**
     * @param stores gives each committer its own
     * @param committed called after each commit; must be quick
     */
    GroupCommit(
            Rendering rendering,
            Supplier<JdbcEvents> stores,
            AuditSettings settings,
            AuditMetrics metrics,
            Runnable committed) {
        this.rendering = rendering;
        this.stores = stores;
        this.settings = settings;
        this.metrics = metrics;
        this.committed = committed;
        this.places = new Semaphore(settings.maxWaiting());
        metrics.watchWaiting(() -> settings.maxWaiting() - places.availablePermits());
    }

    @Override
    public Receipt append(AuditRecord record) {
        Waiting waiting = new Waiting(rendering.render(record));
        if (!running) {
            throw new BusException(ErrorCode.AUDIT_UNAVAILABLE, null);
        }
        if (!places.tryAcquire()) {
            metrics.overloaded();
            throw new BusException(ErrorCode.OVERLOADED, null);
        }
        try {
            queue.add(waiting);
            return waiting.await(settings.appendTimeout());
        } catch (BusException e) {
            metrics.failed();
            throw e;
        } finally {
            places.release();
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

    /** Writes what is queued and ends. */
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
        try (JdbcEvents store = stores.get()) {
            while (running || !queue.isEmpty()) {
                List<Waiting> batch = nextBatch();
                if (!batch.isEmpty()) {
                    commit(store, batch);
                }
            }
        }
    }

    /** Callers that have gone are left out. */
    private List<Waiting> nextBatch() {
        List<Waiting> batch = new ArrayList<>();
        try {
            Waiting first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, MAX_BATCH - 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
        batch.removeIf(Waiting::isWithdrawn);
        return batch;
    }

    /** Whatever happens, nobody is left waiting. */
    private void commit(JdbcEvents store, List<Waiting> batch) {
        try {
            write(store, batch);
        } catch (RuntimeException e) {
            fail(batch, e);
        }
    }

    /** A row that is refused for what it says is found by halving, so that its neighbours are written. */
    private void write(JdbcEvents store, List<Waiting> batch) {
        long startedAt = System.nanoTime();
        try {
            BitSet written = store.append(batch.stream().map(Waiting::row).toList());
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

    private static void fail(List<Waiting> batch, @Nullable Throwable cause) {
        LOGGER.atError()
                .addKeyValue(LogKeys.COUNT, batch.size())
                .setCause(cause)
                .log("Audit records could not be written, their answers are refused");
        batch.forEach(waiting -> waiting.failed(cause));
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
