package vn.dancu.bus.camel.document;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.DocumentWork;

/**
 * Leases documents as threads are free, and gives each to the route. One whose route fails goes back to the room, which says when it
 * is tried again.
 */
final class AcceptedConsumer extends DefaultConsumer {

    private static final long IDLE_MS = 200;
    private static final long FAILED_MS = 2_000;

    private final DocumentWork work;
    private final int concurrent;
    private final Semaphore free;
    private @Nullable ExecutorService workers;
    private @Nullable ExecutorService claimer;

    AcceptedConsumer(DocumentEndpoint endpoint, Processor processor, DocumentWork work, int concurrent) {
        super(endpoint, processor);
        this.work = work;
        this.concurrent = concurrent;
        this.free = new Semaphore(concurrent);
    }

    @Override
    protected void doStart() {
        ExecutorServiceManager threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        workers = threads.newFixedThreadPool(this, "document-work", concurrent);
        claimer = threads.newSingleThreadExecutor(this, "document-claim");
        claimer.execute(this::claimWhileRunning);
    }

    /** Documents that are being worked on are finished; a list goes on at another instance. */
    @Override
    protected void doStop() {
        ExecutorServiceManager threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        threads.shutdownNow(claimer);
        threads.shutdownGraceful(workers);
    }

    /** Goes on whatever happens: nobody would begin it anew. */
    private void claimWhileRunning() {
        long pause = 0;
        while (isRunAllowed()) {
            try {
                TimeUnit.MILLISECONDS.sleep(pause);
                pause = claim() ? 0 : IDLE_MS;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                pause = FAILED_MS;
                getExceptionHandler().handleException("Documents cannot be leased", e);
            }
        }
    }

    /** Leases as many as threads are free, and begins them; returns whether there was any. */
    private boolean claim() throws InterruptedException {
        free.acquire();
        int unused = 1 + free.drainPermits();
        try {
            List<UUID> leased = work.claim(unused);
            for (UUID document : leased) {
                workers().execute(() -> process(document));
                unused--;
            }
            return !leased.isEmpty();
        } finally {
            free.release(Math.max(0, unused));
        }
    }

    private ExecutorService workers() {
        return Objects.requireNonNull(workers);
    }

    private void process(UUID document) {
        Exchange exchange = null;
        try {
            exchange = createExchange(false);
            exchange.getMessage().setHeader(DocumentHeaders.DOCUMENT_ID, document.toString());
            getProcessor().process(exchange);
            Throwable failure = exchange.getException();
            if (failure != null) {
                work.failed(document, failure);
            }
        } catch (Exception e) {
            failed(document, e);
        } finally {
            if (exchange != null) {
                releaseExchange(exchange, false);
            }
            free.release();
        }
    }

    /** The database may be away too: the lease ends, and the document is taken again. */
    private void failed(UUID document, Exception cause) {
        try {
            work.failed(document, cause);
        } catch (RuntimeException e) {
            getExceptionHandler().handleException("A document waits for the end of its lease", e);
        }
    }
}
