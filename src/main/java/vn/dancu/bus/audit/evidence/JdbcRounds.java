package vn.dancu.bus.audit.evidence;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Work that is done again and again in a thread of its own, as long as the bus runs; what failed is tried again. */
final class JdbcRounds implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcRounds.class);

    /** Before whatever answers is started, and after it has stopped. */
    private static final int PHASE = Integer.MIN_VALUE + 10_001;

    private final String thread;
    private final Duration every;
    private final Work work;
    private final Runnable failed;
    private volatile boolean running;
    private @Nullable Thread started;

    /** One round. */
    interface Work {
        void round() throws SQLException, IOException;
    }

    JdbcRounds(String thread, Duration every, Work work, Runnable failed) {
        this.thread = thread;
        this.every = every;
        this.work = work;
        this.failed = failed;
    }

    @Override
    public void start() {
        running = true;
        Thread made = new Thread(this::whileRunning, thread);
        started = made;
        made.start();
    }

    @Override
    public void stop() {
        running = false;
        Thread made = started;
        if (made != null) {
            made.interrupt();
            try {
                made.join(TimeUnit.SECONDS.toMillis(15));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void whileRunning() {
        while (running) {
            try {
                work.round();
            } catch (SQLException | IOException | RuntimeException e) {
                if (running) {
                    failed.run();
                    LOGGER.atWarn().setCause(e).log("A round of the trail's upkeep failed and is tried again");
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
