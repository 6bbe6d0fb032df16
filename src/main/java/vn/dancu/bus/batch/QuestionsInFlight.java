package vn.dancu.bus.batch;

import java.util.concurrent.atomic.AtomicInteger;

/** How many questions this instance is answering at this moment. */
public final class QuestionsInFlight {

    private final AtomicInteger count = new AtomicInteger();

    /** A question has come; {@link #ended()} must follow, whatever becomes of it. */
    public void began() {
        count.incrementAndGet();
    }

    public void ended() {
        count.decrementAndGet();
    }

    public int count() {
        return count.get();
    }
}
