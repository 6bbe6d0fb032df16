package vn.dancu.bus.enrichment.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.LogKeys;

/** Does one step after the other while this instance runs: one thread reads files, the other does everything else. */
final class JobWorker implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final BooleanSupplier reading;
    private final List<BooleanSupplier> others;
    private final Duration look;
    private final StandBack standBack;
    private final List<Thread> threads = new ArrayList<>();

    /** Waits, until the instance stops. */
    static final class StandBack implements ChunkStager.Rest {

        private volatile CountDownLatch stopped = new CountDownLatch(1);

        @Override
        public boolean rest(Duration time) {
            try {
                return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /**
     * @param reading reads the next file
     * @param others the other steps
     */
    JobWorker(BooleanSupplier reading, List<BooleanSupplier> others, Duration look, StandBack standBack) {
        this.reading = reading;
        this.others = List.copyOf(others);
        this.look = look;
        this.standBack = standBack;
    }

    @Override
    public void start() {
        standBack.stopped = new CountDownLatch(1);
        threads.add(new Thread(() -> work(reading), "dancu-enrichment-read"));
        threads.add(new Thread(() -> work(this::others), "dancu-enrichment-merge"));
        threads.forEach(Thread::start);
    }

    /** One step of each kind; false where none was left. */
    private boolean others() {
        boolean isWorked = false;
        for (BooleanSupplier step : others) {
            isWorked |= step.getAsBoolean();
        }
        return isWorked;
    }

    private void work(BooleanSupplier step) {
        Duration pause = Duration.ZERO;
        while (standBack.rest(pause)) {
            try {
                pause = step.getAsBoolean() ? Duration.ZERO : look;
            } catch (RuntimeException e) {
                LOGGER.atWarn()
                        .addKeyValue(LogKeys.CAUSE, UnexpectedFailure.describe(e))
                        .log("Enrichment jobs cannot go on, they are tried again");
                pause = AFTER_FAILURE;
            }
        }
    }

    @Override
    public void stop() {
        standBack.stopped.countDown();
        for (Thread thread : threads) {
            try {
                thread.join(LONGEST_STOP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
