package vn.dancu.bus.delivery.lane;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.batch.BatchQueue;

/** The claimed messages of a lane: those ready to be sent, those behind another, and what came of them. Thread-safe. */
final class LaneQueue {

    private static final int MAX_OUTCOMES = 512;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Deque<ClaimedMessage> ready = new ArrayDeque<>();
    private final KeyOrder order = new KeyOrder();
    private final BatchQueue<AttemptOutcome> outcomes =
            new BatchQueue<>(Integer.MAX_VALUE, MAX_OUTCOMES, PAUSE, this::size);
    private volatile int size;

    /** How many are claimed and not yet noted. */
    int size() {
        return size;
    }

    /** Takes a claim; returns how many messages are ready. */
    synchronized int add(List<ClaimedMessage> claimed) {
        size += claimed.size();
        for (ClaimedMessage message : claimed) {
            switch (order.turnOf(message)) {
                case NOW -> ready.add(message);
                case NEVER -> outcomes.offer(new AttemptOutcome.Returned(message));
                case LATER -> {}
            }
        }
        return ready.size();
    }

    synchronized boolean isReady() {
        return !ready.isEmpty();
    }

    synchronized @Nullable ClaimedMessage next() {
        return ready.poll();
    }

    /** What came of a message that {@link #next} gave. */
    synchronized void ended(AttemptOutcome outcome) {
        ClaimedMessage message = outcome.message();
        if (outcome instanceof AttemptOutcome.Delivered || outcome instanceof AttemptOutcome.Died) {
            ClaimedMessage next = order.after(message);
            if (next != null) {
                ready.addFirst(next);
            }
        } else {
            putBack(order.behind(message));
        }
        outcomes.offer(outcome);
    }

    /** Gives back all that is not being sent. */
    synchronized void empty() {
        List<ClaimedMessage> unsent = new ArrayList<>(ready);
        ready.clear();
        for (ClaimedMessage message : unsent) {
            putBack(order.behind(message));
            outcomes.offer(new AttemptOutcome.Returned(message));
        }
    }

    /** Outcomes to be noted, soon after they came; empty when none came in that time. */
    List<AttemptOutcome> take(Duration maxIdle) throws InterruptedException {
        return outcomes.take(maxIdle);
    }

    synchronized void noted(List<AttemptOutcome> done) {
        done.forEach(outcome -> order.noted(outcome.message()));
        size -= done.size();
    }

    private void putBack(Collection<ClaimedMessage> unsent) {
        unsent.forEach(message -> outcomes.offer(new AttemptOutcome.Returned(message)));
    }
}
