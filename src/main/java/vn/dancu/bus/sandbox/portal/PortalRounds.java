package vn.dancu.bus.sandbox.portal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** What the portal does again and again: send what waits to be sent, and take what waits for it. */
final class PortalRounds implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(PortalRounds.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long STOP_SECONDS = 5;

    /** So that what comes back is taken meanwhile. */
    private static final int SENT_IN_A_ROUND = 100;

    private static final int FETCHED_IN_A_ROUND = 3;

    private final PortalLedger ledger;
    private final PortalAxis axis;
    private final PortalInbox inbox;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable ScheduledExecutorService timer;

    PortalRounds(PortalLedger ledger, PortalAxis axis, PortalInbox inbox) {
        this.ledger = ledger;
        this.axis = axis;
        this.inbox = inbox;
    }

    /** How many calls to the axis failed. */
    int failures() {
        return failures.get();
    }

    @Override
    public void start() {
        ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "dancu-sandbox-portal");
            thread.setDaemon(true);
            return thread;
        });
        var unused = made.scheduleWithFixedDelay(
                () -> attempt(this::round), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        timer = made;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
            try {
                running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    private void round() {
        List<PortalDocument> unsent = ledger.all().stream()
                .filter(document -> document.state() == PortalDocument.State.UNSENT)
                .limit(SENT_IN_A_ROUND)
                .toList();
        for (PortalDocument document : unsent) {
            attempt(() -> {
                String number = axis.send(ledger.read(document.id(), AskingDocument.FILE));
                ledger.change(document.id(), known -> known.sentAs(number));
            });
        }
        attempt(() -> take("status"));
        attempt(() -> take("edoc"));
    }

    /** In the order of the axis: what cannot be fetched now is fetched before what came after it. */
    private void take(String messageType) throws IOException {
        for (String number : axis.received(messageType)) {
            if (!isTaken(number)) {
                return;
            }
            attempt(() -> axis.done(number));
        }
    }

    private boolean isTaken(String number) {
        for (int i = 0; i < FETCHED_IN_A_ROUND; i++) {
            if (attempt(() -> inbox.take(axis.get(number)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it was done; what failed waits for the next round. */
    private boolean attempt(Call call) {
        try {
            call.run();
            return true;
        } catch (IOException e) {
            LOGGER.atDebug().setCause(e).log("A call of the sandbox's portal failed");
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("The sandbox's portal could not go on; it tries again");
        }
        failures.incrementAndGet();
        return false;
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Call {
        void run() throws IOException;
    }
}
