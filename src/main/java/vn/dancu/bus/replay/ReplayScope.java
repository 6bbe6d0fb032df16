package vn.dancu.bus.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** What is replayed. */
public sealed interface ReplayScope {

    /** Single letters, at most 500. */
    record Letters(List<String> ids) implements ReplayScope {

        private static final int MAX = 500;

        public Letters {
            ids = ids.stream().distinct().toList();
            if (ids.isEmpty() || ids.size() > MAX) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "letters", "1 to " + MAX + " ids");
            }
        }
    }

    /** The dead letters that match now. */
    record Matching(DeadLetterFilter filter) implements ReplayScope {}

    /**
     * Messages of a partner that were answered or refused within at most seven days.
     *
     * @param from the first moment
     * @param until the first moment after it
     * @param result only those with that result or code; null for all
     */
    record Interval(PartnerId partner, Instant from, Instant until, @Nullable String result) implements ReplayScope {

        private static final Duration MAX = Duration.ofDays(7);

        public Interval {
            if (!from.isBefore(until) || from.plus(MAX).isBefore(until)) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "until", "after from, by at most 7 days");
            }
        }
    }
}
