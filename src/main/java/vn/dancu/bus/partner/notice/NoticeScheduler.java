package vn.dancu.bus.partner.notice;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends due notices every second, and regularly looks for credentials, certificates and agreements that are about to
 * end.
 */
final class NoticeScheduler implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(NoticeScheduler.class);
    private static final Duration SEND_INTERVAL = Duration.ofSeconds(1);

    private final NoticeSender sending;
    private final ExpiryNotifier foretelling;
    private final Duration sweep;
    private volatile @Nullable ScheduledExecutorService thread;

    NoticeScheduler(NoticeSender sending, ExpiryNotifier foretelling, Duration sweep) {
        this.sending = sending;
        this.foretelling = foretelling;
        this.sweep = sweep;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "dancu-notices");
            daemon.setDaemon(true);
            return daemon;
        });
        thread = started;
        every(started, SEND_INTERVAL, sending::sendAll);
        every(started, sweep, foretelling::foretell);
    }

    @Override
    public void stop() {
        ScheduledExecutorService started = thread;
        if (started != null) {
            started.shutdownNow();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private static void every(ScheduledExecutorService thread, Duration pause, Runnable round) {
        var unused = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        round.run();
                    } catch (RuntimeException e) {
                        LOGGER.atWarn().setCause(e).log("Notices could not be processed; they stay in the outbox");
                    }
                },
                SEND_INTERVAL.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
