package vn.dancu.bus.batch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets background work wait, and wakes it when the instance stops. Thread-safe. */
public final class StopSignal {

    private volatile CountDownLatch stopped = new CountDownLatch(1);

    /** Waits so long; false where the instance stops. */
    public boolean rest(Duration time) {
        try {
            return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void reset() {
        stopped = new CountDownLatch(1);
    }

    void stop() {
        stopped.countDown();
    }
}
