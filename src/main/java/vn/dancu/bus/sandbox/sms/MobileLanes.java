package vn.dancu.bus.sandbox.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.sandbox.fault.Fault;
import vn.dancu.bus.sandbox.fault.FaultPlan;

/**
 * What waits to be delivered to the bus, for one operator. What one subscriber wrote goes in its order; each message is sent
 * again until the bus answers that it has it, or that it never wants it.
 */
final class MobileLanes implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(MobileLanes.class);
    private static final long IDLE_SECONDS = 5;
    private static final long LOOK_MILLIS = 500;

    private final FaultPlan faults;
    private final Duration retryPause;
    private final List<ThreadPoolExecutor> lanes;
    private final List<SmscSession> receivers = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean closed;

    /** Makes those of an operator. */
    interface Factory {
        MobileLanes of(String operator, FaultPlan faults);
    }

    MobileLanes(String operator, int window, Duration retryPause, FaultPlan faults) {
        this.faults = faults;
        this.retryPause = retryPause;
        this.lanes = Stream.generate(() -> lane(operator)).limit(window).toList();
    }

    private static ThreadPoolExecutor lane(String operator) {
        ThreadPoolExecutor lane =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "sandbox-smsc-" + operator);
                    thread.setDaemon(true);
                    return thread;
                });
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }

    void send(MobileText text) {
        if (!closed) {
            lanes.get(Math.floorMod(text.wire().from().hashCode(), lanes.size()))
                    .execute(() -> deliver(text));
        }
    }

    void bound(SmscSession session) {
        receivers.add(session);
        synchronized (receivers) {
            receivers.notifyAll();
        }
    }

    void unbound(SmscSession session) {
        receivers.remove(session);
    }

    @Override
    public void close() {
        closed = true;
        lanes.forEach(ThreadPoolExecutor::shutdownNow);
    }

    private void deliver(MobileText text) {
        while (!closed && text.state() == MobileText.State.WAITING) {
            SmscSession session = receiver();
            if (session == null) {
                pause(Duration.ofMillis(LOOK_MILLIS));
            } else if (!attempt(session, text)) {
                pause(retryPause);
            }
        }
    }

    private @Nullable SmscSession receiver() {
        receivers.removeIf(session -> !session.session().getSessionState().isReceivable());
        List<SmscSession> now = List.copyOf(receivers);
        return now.isEmpty() ? null : now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
    }

    /** Waits, or until somebody is bound. */
    private void pause(Duration time) {
        try {
            synchronized (receivers) {
                receivers.wait(Math.max(1, time.toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is no need to try again. */
    private boolean attempt(SmscSession session, MobileText text) {
        Fault fault =
                text.isReceipt() ? null : faults.next(SmscCommand.DELIVER_SM).orElse(null);
        text.sent();
        try {
            session.deliver(text, fault);
            if (fault != null && fault.fault() == Fault.Kind.DUPLICATE) {
                session.deliver(text, null);
            }
            text.end(MobileText.State.TAKEN);
            return true;
        } catch (NegativeResponseException e) {
            boolean forEver = e.getCommandStatus() == SMPPConstant.STAT_ESME_RX_P_APPN
                    || e.getCommandStatus() == SMPPConstant.STAT_ESME_RX_R_APPN;
            if (forEver) {
                text.end(MobileText.State.REFUSED);
            }
            return forEver;
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            LOGGER.atDebug().setCause(e).log("The simulated SMSC will send a message again");
            return false;
        } catch (PDUException e) {
            throw new IllegalArgumentException("No deliver_sm can have these values", e);
        }
    }
}
