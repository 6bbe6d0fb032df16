package vn.dancu.bus.audit.trail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.AuditTrail;
import vn.dancu.bus.audit.CallRecord;
import vn.dancu.bus.audit.CallTrail;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.batch.BatchConsumer;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.trace.TraceSpan;
import vn.dancu.bus.trace.Traces;

/**
 * Writes the records of many callers in one commit. One thread commits; when the next commit begins is said by
 * {@link vn.dancu.bus.batch.BatchQueue}, so that commits are few under load and a lone record does not wait.
 */
final class GroupCommit extends BatchConsumer<PendingAppend> implements AuditTrail, CallTrail {

    private static final Logger LOGGER = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MAX_BATCH = 512;

    /** A commit costs several times what a row in it costs. Measured: docs/decisions/0015. */
    private static final Duration MIN_PAUSE = Duration.ofMillis(1);

    private final EventRowEncoder encoder;
    private final Supplier<JdbcEventWriter> stores;
    private final AuditSettings settings;
    private final AppendMetrics metrics;
    private final Runnable committed;
    private final Traces traces;
    private final Semaphore freePlaces;
    private final RecentOnceKeys recentKeys;

    /** Of the committer alone. */
    private @Nullable JdbcEventWriter store;

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
            Runnable committed,
            Traces traces) {
        super(settings.maxWaiting(), MAX_BATCH, MIN_PAUSE, questions::count, List.of("dancu-audit-commit"));
        this.encoder = encoder;
        this.stores = stores;
        this.settings = settings;
        this.metrics = metrics;
        this.committed = committed;
        this.traces = traces;
        this.freePlaces = new Semaphore(settings.maxWaiting());
        this.recentKeys = new RecentOnceKeys(settings.onceWindow());
        metrics.watchPending(() -> settings.maxWaiting() - freePlaces.availablePermits());
    }

    @Override
    public Receipt append(AuditRecord record) {
        try (TraceSpan span = traces.step("audit")) {
            return appended(encoder.encode(record));
        }
    }

    @Override
    public void asked(CallRecord record) {
        try (TraceSpan span = traces.step("audit")) {
            appended(encoder.encode(record));
        }
    }

    /** The queue keeps the order, so that what the caller appends next is never durable without it. */
    @Override
    public void ended(CallRecord record) {
        PendingAppend pending = new PendingAppend(encoder.encode(record));
        if (!isRunning() || !freePlaces.tryAcquire()) {
            lost(record);
            return;
        }
        pending.whenSettled(written -> {
            freePlaces.release();
            if (!written) {
                lost(record);
            }
        });
        if (!offerUnawaited(pending)) {
            pending.failed(null);
        }
    }

    private static void lost(CallRecord record) {
        LOGGER.atError()
                .addKeyValue(LogKeys.CALL, record.call())
                .log("What became of a question to another service could not be recorded");
    }

    private Receipt appended(EventRow row) {
        PendingAppend pending = new PendingAppend(row);
        if (!isRunning()) {
            throw new BusException(ErrorCode.AUDIT_UNAVAILABLE, null);
        }
        if (!freePlaces.tryAcquire()) {
            throw overloaded();
        }
        try {
            if (!offer(pending)) {
                throw overloaded();
            }
            return await(pending);
        } finally {
            freePlaces.release();
        }
    }

    /** The committer writes on a connection of its own. */
    @Override
    protected void consumeWhileRunning() {
        try (JdbcEventWriter own = stores.get()) {
            store = own;
            super.consumeWhileRunning();
        }
    }

    @Override
    protected boolean isAwaited(PendingAppend pending) {
        return !pending.isWithdrawn();
    }

    @Override
    protected void consume(List<PendingAppend> batch) {
        try {
            write(Objects.requireNonNull(store), unlessRepeated(batch));
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
}
