package vn.dancu.bus.sms.inbound;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Says that there may be a text to lease. */
final class TextSignal {

    private final Semaphore news = new Semaphore(0);

    void texts() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Returns when there may be one, or the time is over. */
    void await(Duration patience) {
        try {
            if (news.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
