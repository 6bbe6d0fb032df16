package vn.dancu.bus.batch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * A bounded queue that is emptied in batches. A batch begins at once when half of the questions in flight wait for it, and
 * so for a lone question; otherwise when the shortest time between two batches is over.
 *
 * @param <T> what one question waits for
 */
public final class BatchQueue<T> {

    /** A thread does not wake up more exactly than this. */
    private static final long MIN_WAIT_NANOS = TimeUnit.MICROSECONDS.toNanos(30);

    private final int capacity;
    private final int maxBatch;
    private final long pauseNanos;
    private final IntSupplier inFlight;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Entry<T>> waiting = new ArrayDeque<>();
    private int askers;
    private long firstAt;
    private long lastBegan;

    /** @param isAwaited whether a question waits for it */
    private record Entry<T>(T item, boolean isAwaited) {}

    /**
     * @param capacity how many may wait
     * @param maxBatch how many one batch takes at the most
     * @param pause shortest time from the beginning of one batch to the beginning of the next, unless half wait
     * @param inFlight how many questions there are, those that wait here included
     */
    public BatchQueue(int capacity, int maxBatch, Duration pause, IntSupplier inFlight) {
        this.capacity = capacity;
        this.maxBatch = maxBatch;
        this.pauseNanos = pause.toNanos();
        this.inFlight = inFlight;
        this.lastBegan = System.nanoTime() - pauseNanos;
    }

    /** Adds the item, from any thread; false when the queue is full. */
    public boolean offer(T item) {
        return add(new Entry<>(item, true));
    }

    /**
     * Adds what no question waits for: it goes with the next batch, which it does not make begin, unless none begins while it has waited as long as
     * the pause. False when the queue is full.
     */
    public boolean offerUnawaited(T item) {
        return add(new Entry<>(item, false));
    }

    private boolean add(Entry<T> entry) {
        lock.lock();
        try {
            if (waiting.size() >= capacity) {
                return false;
            }
            if (waiting.isEmpty()) {
                firstAt = System.nanoTime();
            }
            waiting.add(entry);
            if (entry.isAwaited() && (++askers == 1 || isEnough())) {
                changed.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next batch, oldest first; empty when nothing came in that time. Several threads may take batches. */
    public List<T> take(Duration maxIdle) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long idle = maxIdle.toNanos();
            while (true) {
                if (waiting.isEmpty()) {
                    if (idle <= 0) {
                        return List.of();
                    }
                    idle = changed.awaitNanos(idle);
                } else {
                    long rest = (askers == 0 ? firstAt : lastBegan) + pauseNanos - System.nanoTime();
                    if (isEnough() || rest < MIN_WAIT_NANOS) {
                        return begin();
                    }
                    changed.awaitNanos(rest);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    public boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private boolean isEnough() {
        return waiting.size() >= maxBatch || askers > 0 && 2 * askers >= inFlight.getAsInt();
    }

    private List<T> begin() {
        lastBegan = System.nanoTime();
        List<T> batch = new ArrayList<>(Math.min(waiting.size(), maxBatch));
        while (batch.size() < maxBatch && !waiting.isEmpty()) {
            Entry<T> entry = waiting.remove();
            askers -= entry.isAwaited() ? 1 : 0;
            batch.add(entry.item());
        }
        if (!waiting.isEmpty()) {
            changed.signal();
        }
        return batch;
    }
}
