package vn.dancu.bus.ledger.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The questions of all instances by the minute. */
@FunctionalInterface
public interface Traffic {

    /** For how long minutes are kept. */
    Duration KEPT = Duration.ofHours(3);

    /** How long a question may be counted here later than it came to its end. */
    Duration DELAY = Duration.ofSeconds(5);

    /**
     * Lines with their minutes, the busiest first.
     *
     * @param from no earlier than {@link #KEPT} ago
     * @param limit how many lines
     */
    List<TrafficLine> since(TrafficTag tag, Instant from, int limit);
}
