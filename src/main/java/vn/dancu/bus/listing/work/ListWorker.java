package vn.dancu.bus.listing.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.LogKeys;

/** Does one step after the other while this instance runs, and stands back while it answers questions. */
final class ListWorker implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(ListWorker.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final double WHOLE = 100;

    private final List<BooleanSupplier> steps;
    private final QuestionsInFlight questions;
    private final Duration look;
    private final double busyShare;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param steps each gets a thread; false where nothing was left
     * @param busyShare part of the time in which work goes on while questions are answered, in percent
     */
    ListWorker(List<BooleanSupplier> steps, QuestionsInFlight questions, Duration look, int busyShare) {
        this.steps = List.copyOf(steps);
        this.questions = questions;
        this.look = look;
        this.busyShare = busyShare / WHOLE;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        for (BooleanSupplier step : steps) {
            threads.add(new Thread(() -> work(step), "dancu-list-" + (threads.size() + 1)));
        }
        threads.forEach(Thread::start);
    }

    private void work(BooleanSupplier step) {
        Duration pause = Duration.ZERO;
        while (rest(pause)) {
            long start = System.nanoTime();
            try {
                boolean isWorked = step.getAsBoolean();
                pause = isWorked ? standBack(System.nanoTime() - start) : look;
            } catch (RuntimeException e) {
                LOGGER.atWarn()
                        .addKeyValue(LogKeys.CAUSE, UnexpectedFailure.describe(e))
                        .log("Lists cannot go on, they are tried again");
                pause = AFTER_FAILURE;
            }
        }
    }

    private Duration standBack(long nanos) {
        return questions.count() == 0 ? Duration.ZERO : Duration.ofNanos((long) (nanos * (1 / busyShare - 1)));
    }

    /** False when the instance stops. */
    private boolean rest(Duration time) {
        try {
            return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
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
