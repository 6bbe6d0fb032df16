package vn.dancu.bus.camel.axis;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.ScheduledPollConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.document.axis.AxisAccount;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisHeaders;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.message.axis.ReceivedItem;

/**
 * Looks for what waits, and gives each message to the route, several at a time. A look ends when all that it found are begun, so a
 * slow register slows the looking, and one large message keeps no other waiting. A message that its receiver has reported on is not
 * given again: from then on it is the receiver's.
 */
final class ReceivedConsumer extends ScheduledPollConsumer {

    private static final Logger LOGGER = LoggerFactory.getLogger(ReceivedConsumer.class);

    private final AxisEndpoint endpoint;
    private final @Nullable AxisAccount account;
    private final Semaphore free;
    private final GivenMessages given = new GivenMessages();
    private @Nullable ExecutorService workers;

    ReceivedConsumer(AxisEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.free = new Semaphore(endpoint.concurrency());
        this.account = endpoint.accounts().find(endpoint.account()).orElse(null);
        if (account == null) {
            LOGGER.atInfo()
                    .addKeyValue(LogKeys.ACCOUNT, endpoint.account())
                    .log("The settings have no such account at a document axis: nothing is received");
            setStartScheduler(false);
        } else {
            // What waits is looked for at once, also by a route that came in the place of another.
            setInitialDelay(0);
            setDelay(account.pollPause().toMillis());
        }
    }

    @Override
    protected void doStart() {
        workers = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, "axis-received", endpoint.concurrency());
        try {
            super.doStart();
            // An axis that was not looked at yet is no reason to send questions elsewhere.
            forceConsumerAsReady();
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    @Override
    protected void doStop() {
        try {
            super.doStop();
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        if (workers != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(workers);
            workers = null;
        }
    }

    @Override
    protected int poll() throws InterruptedException {
        AxisAccount from = account;
        ExecutorService pool = workers;
        if (from == null || pool == null) {
            return 0;
        }
        List<ReceivedItem> waiting;
        try {
            waiting = from.transport().received(endpoint.type());
        } catch (AxisFailure e) {
            // It was logged and counted where the call was made; the next look follows after the pause.
            return 0;
        }
        given.keep(waiting);
        int begun = 0;
        for (ReceivedItem item : waiting) {
            if (!AxisProgress.isReported(item.state().status()) && isPollAllowed() && given.isNew(item)) {
                free.acquire();
                begin(item, pool);
                begun++;
            }
        }
        return begun;
    }

    private void begin(ReceivedItem item, ExecutorService pool) {
        given.begin(item);
        try {
            pool.execute(() -> give(item));
        } catch (RejectedExecutionException e) {
            // The route is being stopped.
            given.ended(item, false);
            free.release();
        }
    }

    private void give(ReceivedItem item) {
        boolean isThrough = false;
        try {
            isThrough = isRunAllowed() && isThrough(item);
        } finally {
            given.ended(item, isThrough);
            free.release();
        }
    }

    private boolean isThrough(ReceivedItem item) {
        Exchange exchange = createExchange(false);
        try {
            describe(item, exchange.getMessage());
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        try {
            if (exchange.getException() != null) {
                getExceptionHandler()
                        .handleException("A message of the axis was not taken", exchange, exchange.getException());
                return false;
            }
            // A route may have dealt with a failure in its own way.
            return exchange.getProperty(Exchange.EXCEPTION_CAUGHT) == null
                    && !exchange.getMessage().getHeader(AxisHeaders.AGAIN, false, Boolean.class);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private void describe(ReceivedItem item, Message message) {
        message.setHeader(AxisHeaders.ACCOUNT, endpoint.account());
        message.setHeader(AxisHeaders.DOC_ID, item.number());
        message.setHeader(AxisHeaders.MESSAGE_TYPE, endpoint.type().word());
        setIfKnown(message, AxisHeaders.FROM, item.from());
        setIfKnown(message, AxisHeaders.TO, item.to());
        setIfKnown(message, AxisHeaders.STATUS, item.state().status());
        setIfKnown(message, AxisHeaders.SHA256, item.content().sha256());
        setIfKnown(message, AxisHeaders.LENGTH, item.content().length());
    }

    private static void setIfKnown(Message message, String name, @Nullable Object value) {
        if (value != null) {
            message.setHeader(name, value);
        }
    }
}
