package vn.dancu.bus.sms.smpp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SmscConnections.Receiver;
import vn.dancu.bus.sms.SmscConnections.State;

/** The session with one operator, or the two of it: bound while it runs, and bound anew when it breaks. */
final class SmscLink {

    private static final Logger LOGGER = LoggerFactory.getLogger(SmscLink.class);
    private static final long FIRST_PAUSE_MS = 500;
    private static final long MAX_PAUSE_MS = 30_000;
    private static final int QUEUE = 2_000;
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final String name;
    private final SmsSettings.Operator operator;
    private final Supplier<ConnectionFactory> sockets;
    private final Receiver receiver;
    private final Clock clock;
    private final ExecutorService writer;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Semaphore broken = new Semaphore(0);
    private final Thread thread;
    private volatile List<BoundSession> sessions = List.of();
    private volatile boolean running = true;
    private volatile @Nullable String lastError;
    private volatile Instant since;

    SmscLink(
            String name,
            SmsSettings.Operator operator,
            Supplier<ConnectionFactory> sockets,
            Receiver receiver,
            Clock clock) {
        this.name = name;
        this.operator = operator;
        this.sockets = sockets;
        this.receiver = receiver;
        this.clock = clock;
        this.since = clock.instant();
        this.writer = Executors.newSingleThreadExecutor(task -> new Thread(task, "dancu-sms-answer-" + name));
        this.thread = new Thread(this::bindWhileRunning, "dancu-sms-" + name);
        thread.start();
    }

    State state() {
        return new State(name, isBound(), since, lastError);
    }

    boolean isBound() {
        List<BoundSession> now = sessions;
        return !now.isEmpty()
                && now.stream().allMatch(one -> one.getSessionState().isBound());
    }

    /** The session that sends; null while it is not bound. */
    @Nullable
    SMPPSession transmitter() {
        List<BoundSession> now = sessions;
        BoundSession last = now.isEmpty() ? null : now.get(now.size() - 1);
        return running && last != null && last.getSessionState().isTransmittable() ? last : null;
    }

    /** Answers what came, and waits for the answers to what went, for a time, and unbinds. */
    void close() {
        running = false;
        broken.release();
        try {
            thread.join(DRAIN.toMillis() + operator.timeout().toMillis());
            writer.shutdown();
            writer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bindWhileRunning() {
        long pause = FIRST_PAUSE_MS;
        while (running) {
            try {
                if (bind()) {
                    pause = FIRST_PAUSE_MS;
                    broken.acquire();
                    report();
                } else {
                    broken.tryAcquire(pause, TimeUnit.MILLISECONDS);
                    pause = Math.min(pause * 2, MAX_PAUSE_MS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } finally {
                end();
            }
        }
    }

    private boolean bind() {
        broken.drainPermits();
        List<BoundSession> bound = new ArrayList<>();
        try {
            if (operator.bind() == SmsSettings.Bind.TRANSCEIVER) {
                bound.add(bind(BindType.BIND_TRX));
            } else {
                bound.add(bind(BindType.BIND_RX));
                bound.add(bind(BindType.BIND_TX));
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
            bound.forEach(SMPPSession::unbindAndClose);
            return false;
        }
        sessions = List.copyOf(bound);
        lastError = null;
        since = clock.instant();
        LOGGER.atInfo().addKeyValue(LogKeys.OPERATOR, name).log("Bound to an operator of text messages");
        // It may have broken before it was listened to.
        if (!isBound()) {
            broken.release();
        }
        return true;
    }

    private BoundSession bind(BindType type) throws IOException {
        HeldResponses responses = new HeldResponses(writer);
        BoundSession session = new BoundSession(responses, new CheckedPdus(name), sockets.get());
        session.setEnquireLinkTimer((int) operator.enquireLink().toMillis());
        session.setTransactionTimer(operator.timeout().toMillis());
        // One thread: the order in which the operator delivers is the order in which messages are taken.
        session.setPduProcessorDegree(1);
        session.setQueueCapacity(QUEUE);
        session.setMessageReceiverListener(new DeliveredPdus(name, receiver, responses, unanswered));
        session.addSessionStateListener((now, before, source) -> {
            if (before.isBound() && !now.isBound()) {
                session.abandon();
                broken.release();
            }
        });
        try {
            session.connectAndBind(
                    operator.host(),
                    operator.port(),
                    new BindParameter(
                            type,
                            operator.systemId(),
                            operator.password(),
                            operator.systemType(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""),
                    operator.timeout().toMillis());
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
        return session;
    }

    /** Once for each kind of failure: an operator may be away for hours. */
    private void fail(Exception e) {
        String error = SubmitFailures.bindFault(e);
        if (!error.equals(lastError)) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.OPERATOR, name)
                    .addKeyValue(LogKeys.CAUSE, error)
                    .log("An operator of text messages cannot be reached; the bus goes on trying");
        }
        lastError = error;
    }

    private void report() {
        if (running) {
            lastError = "session_lost";
            since = clock.instant();
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.OPERATOR, name)
                    .log("The session with an operator of text messages has ended");
        }
    }

    private void end() {
        List<BoundSession> ended = sessions;
        if (!running) {
            drain(ended);
        }
        sessions = List.of();
        ended.forEach(SMPPSession::unbindAndClose);
    }

    /** What was received is answered once its commit is done; what was submitted would go again without its answer. */
    private void drain(List<BoundSession> ended) {
        long until = System.nanoTime() + DRAIN.toNanos();
        try {
            while ((unanswered.get() > 0 || ended.stream().anyMatch(BoundSession::isAwaited))
                    && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
