package vn.dancu.bus.camel;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A source whose items are leased from a room, as many as threads are free, and given to the route, each by a thread of its own. One
 * whose route fails goes back to the room, which says when it is tried again.
 *
 * @param <T> an item
 */
public abstract class LeasedItemConsumer<T> extends DefaultConsumer {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final String name;
    private final int concurrent;
    private final Duration idle;
    private final Semaphore free;
    private @Nullable ExecutorService workers;
    private @Nullable ExecutorService claimer;

    /**
     * @param name of the threads, and of the items in an error
     * @param concurrent how many items at a time
     * @param idle how long to wait when nothing was leased; zero where {@link #claim} waits itself
     */
    protected LeasedItemConsumer(Endpoint endpoint, Processor processor, String name, int concurrent, Duration idle) {
        super(endpoint, processor);
        this.name = name;
        this.concurrent = concurrent;
        this.idle = idle;
        this.free = new Semaphore(concurrent);
    }

    /** Leases no more than that many. */
    protected abstract List<T> claim(int most);

    /** What the route is given of an item. */
    protected abstract void write(T item, Message message);

    /** Gives an item back whose route failed. */
    protected abstract void failed(T item, Throwable cause);

    @Override
    protected void doStart() {
        ExecutorServiceManager threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        workers = threads.newFixedThreadPool(this, name, concurrent);
        claimer = threads.newSingleThreadExecutor(this, name + "-claim");
        claimer.execute(this::claimWhileRunning);
    }

    /** Items that are being worked on are finished. */
    @Override
    protected void doStop() {
        ExecutorServiceManager threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        threads.shutdownNow(claimer);
        threads.shutdownGraceful(workers);
    }

    /** Goes on whatever happens: nobody would begin it anew. */
    private void claimWhileRunning() {
        Duration pause = Duration.ZERO;
        while (isRunAllowed()) {
            try {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                pause = begin() ? Duration.ZERO : idle;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                pause = AFTER_FAILURE;
                getExceptionHandler().handleException("Nothing can be leased for " + name, e);
            }
        }
    }

    /** Leases as many as threads are free, and begins them; returns whether there was any. */
    private boolean begin() throws InterruptedException {
        free.acquire();
        int unused = 1 + free.drainPermits();
        try {
            List<T> leased = claim(unused);
            for (T item : leased) {
                Objects.requireNonNull(workers).execute(() -> process(item));
                unused--;
            }
            return !leased.isEmpty();
        } finally {
            free.release(Math.max(0, unused));
        }
    }

    private void process(T item) {
        Exchange exchange = createExchange(false);
        try {
            write(item, exchange.getMessage());
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                giveBack(item, exchange.getException());
            }
        } catch (Exception e) {
            giveBack(item, e);
        } finally {
            releaseExchange(exchange, false);
            free.release();
        }
    }

    /** The database may be away too: then the lease ends, and the item is taken again. */
    private void giveBack(T item, Throwable cause) {
        try {
            failed(item, cause);
        } catch (RuntimeException e) {
            getExceptionHandler().handleException("An item waits for the end of its lease: " + name, e);
        }
    }
}
