package vn.dancu.bus.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Threads that take batches from a queue: started before and stopped after everything that answers questions, and not before the
 * queue is empty.
 *
 * @param <T> what one question waits for
 */
public abstract class BatchConsumer<T> implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(BatchConsumer.class);
    private static final int PHASE = Integer.MIN_VALUE + 10_000;
    private static final Duration MAX_IDLE = Duration.ofMillis(100);

    private final BatchQueue<T> queue;
    private final List<String> threadNames;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /**
     * The threads and their queue ({@link BatchQueue}).
     *
     * @param threadNames one for each thread
     */
    protected BatchConsumer(
            int capacity, int maxBatch, Duration pause, IntSupplier inFlight, List<String> threadNames) {
        this.queue = new BatchQueue<>(capacity, maxBatch, pause, inFlight);
        this.threadNames = List.copyOf(threadNames);
    }

    /** Adds the item, from any thread; false when the queue is full. */
    protected final boolean offer(T item) {
        return queue.offer(item);
    }

    /** Adds what no question waits for, and what goes with the next batch; false when the queue is full. */
    protected final boolean offerUnawaited(T item) {
        return queue.offerUnawaited(item);
    }

    /** Whether the asker still waits; who does not is left out. */
    protected abstract boolean isAwaited(T item);

    /** Does the work of a batch that is not empty; every asker must hear of it, whatever happens. */
    protected abstract void consume(List<T> batch);

    /** The life of one thread. */
    protected void consumeWhileRunning() {
        while (running || !queue.isEmpty()) {
            List<T> batch = nextBatch();
            if (!batch.isEmpty()) {
                consumeOrLog(batch);
            }
        }
    }

    /** A batch that fails does not end the thread: nobody would begin it anew, and all later askers would wait in vain. */
    private void consumeOrLog(List<T> batch) {
        try {
            consume(batch);
        } catch (RuntimeException e) {
            LOGGER.atError().setCause(e).log("A batch failed; its askers wait until their time is over");
        }
    }

    @Override
    public final void start() {
        running = true;
        for (String name : threadNames) {
            Thread thread = new Thread(this::consumeWhileRunning, name);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public final void stop() {
        running = false;
        threads.forEach(BatchConsumer::join);
        threads.clear();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return PHASE;
    }

    private List<T> nextBatch() {
        try {
            return queue.take(MAX_IDLE).stream().filter(this::isAwaited).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
            return List.of();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
