package vn.dancu.bus.sms.smpp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Spreads submissions over time, and leaves an operator in peace that says it gets too many. */
final class SubmitPacer {

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long MAX_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** A thread does not wake up exactly: what it lost may be caught up. */
    private static final long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final long intervalNanos;
    private long next = System.nanoTime();
    private long pause = FIRST_PAUSE_NANOS;

    SubmitPacer(int perSecond) {
        this.intervalNanos = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Waits for the turn of one submission. */
    void await() throws InterruptedException {
        long wait = slot() - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    private synchronized long slot() {
        long now = System.nanoTime();
        long slot = Math.max(next, now - CATCH_UP_NANOS);
        next = slot + intervalNanos;
        return slot;
    }

    /** The operator has too many: nothing goes for a while, twice as long each time. */
    synchronized void throttled() {
        long until = System.nanoTime() + pause;
        if (until > next) {
            next = until;
            pause = Math.min(pause * 2, MAX_PAUSE_NANOS);
        }
    }

    synchronized void taken() {
        pause = FIRST_PAUSE_NANOS;
    }
}
