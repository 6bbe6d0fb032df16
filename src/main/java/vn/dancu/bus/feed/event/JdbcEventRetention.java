package vn.dancu.bus.feed.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes events that are older than they are kept and that Kafka has, some at a time, and follows that ended so long ago. */
final class JdbcEventRetention {

    private static final int BATCH = 20_000;

    private static final String UP_TO =
            """
            select coalesce(max(o.position), 0) from (select e.position from feed.event e, feed.progress p
                where e.made_at < ? and e.position > p.deleted and (e.position <= p.relayed or e.follower is not null)
                order by e.position limit ?) o
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Duration kept;
    private final Clock clock;

    JdbcEventRetention(JdbcTemplate jdbc, TransactionTemplate transaction, Duration kept, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.kept = kept;
        this.clock = clock;
    }

    void run() {
        while (Boolean.TRUE.equals(transaction.execute(status -> isSomeDeleted()))) {
            // until none are left
        }
        jdbc.update("delete from feed.follow where until < ?", before());
    }

    private boolean isSomeDeleted() {
        Long last = jdbc.queryForObject(UP_TO, Long.class, before(), BATCH);
        if (last == null || last == 0) {
            return false;
        }
        jdbc.update("delete from feed.signal where position <= ?", last);
        jdbc.update("delete from feed.event where position <= ?", last);
        jdbc.update("update feed.progress set deleted = greatest(deleted, ?)", last);
        return true;
    }

    private Timestamp before() {
        return Timestamp.from(clock.instant().minus(kept));
    }
}
