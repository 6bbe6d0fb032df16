package vn.dancu.bus.camel.sms;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sms.InboundText;
import vn.dancu.bus.sms.InboundTexts;

/** Leases texts as threads are free, many at a time, and gives each to the route. One whose route fails is tried again later. */
final class TextConsumer extends DefaultConsumer {

    private static final Duration IDLE = Duration.ofMillis(250);
    private static final long FAILED_MS = 2_000;

    private final InboundTexts texts;
    private final int concurrent;
    private final Semaphore free;
    private @Nullable ExecutorService workers;
    private @Nullable ExecutorService claimer;

    TextConsumer(SmsEndpoint endpoint, Processor processor, InboundTexts texts, int concurrent) {
        super(endpoint, processor);
        this.texts = texts;
        this.concurrent = concurrent;
        this.free = new Semaphore(concurrent);
    }

    @Override
    protected void doStart() {
        ExecutorServiceManager threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        workers = threads.newFixedThreadPool(this, "sms-answer", concurrent);
        claimer = threads.newSingleThreadExecutor(this, "sms-claim");
        claimer.execute(this::claimWhileRunning);
    }

    @Override
    protected void doStop() {
        ExecutorServiceManager threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        threads.shutdownNow(claimer);
        threads.shutdownGraceful(workers);
    }

    /** Goes on whatever happens: nobody would begin it anew. */
    private void claimWhileRunning() {
        while (isRunAllowed() && !Thread.currentThread().isInterrupted()) {
            try {
                claim();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                getExceptionHandler().handleException("Texts cannot be leased", e);
                pause();
            }
        }
    }

    private void claim() throws InterruptedException {
        free.acquire();
        int unused = 1 + free.drainPermits();
        try {
            List<InboundText> leased = texts.claim(unused, IDLE);
            for (InboundText text : leased) {
                Objects.requireNonNull(workers).execute(() -> process(text));
                unused--;
            }
        } finally {
            free.release(Math.max(0, unused));
        }
    }

    private void process(InboundText text) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setHeader(SmsHeaders.TEXT_ID, text.id().toString());
            exchange.getMessage().setHeader(SmsHeaders.OPERATOR, text.operator());
            exchange.getMessage().setBody(text);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                failed(text);
            }
        } catch (Exception e) {
            failed(text);
        } finally {
            releaseExchange(exchange, false);
            free.release();
        }
    }

    /** The database may be away too: then the lease ends, and the text is taken again. */
    private void failed(InboundText text) {
        try {
            texts.failed(text);
        } catch (RuntimeException e) {
            getExceptionHandler().handleException("A text waits for the end of its lease", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(FAILED_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
