package vn.dancu.bus.audit.relay;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.audit.UnsentEvents;

/** Asks the database once a second at most, and only when somebody wants to know. */
final class JdbcUnsentEvents implements UnsentEvents {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final String OLDEST =
            """
            select e.occurred_at from audit.event e
            where (e.xid, e.seq) > ((select r.xid from audit.relay r), (select r.seq from audit.relay r))
            order by e.xid, e.seq limit 1
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;

    JdbcUnsentEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param oldest when it occurred; null when all events are in Kafka */
    private record Known(Instant at, @Nullable Instant oldest) {}

    @Override
    public Duration age() {
        Instant now = clock.instant();
        Instant oldest = oldest(now);
        return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
    }

    /** While one caller asks the database, the others take what was known before. */
    private @Nullable Instant oldest(Instant now) {
        Known last = known;
        if (last != null && now.isBefore(last.at().plus(KEPT))) {
            return last.oldest();
        }
        if (last != null && !reading.tryLock()) {
            return last.oldest();
        }
        if (last == null) {
            reading.lock();
        }
        try {
            Instant read = jdbc.sql(OLDEST)
                    .query(Timestamp.class)
                    .optional()
                    .map(Timestamp::toInstant)
                    .orElse(null);
            known = new Known(now, read);
            return read;
        } finally {
            reading.unlock();
        }
    }
}
