package vn.dancu.bus.delivery.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts what has not ended, and the dead letters. */
final class JdbcOutboxCounts {

    private static final String COUNTS =
            """
            select channel, sum(in_work)::bigint as in_work, sum(dead)::bigint as dead, min(oldest) as oldest from (
                select channel, count(*) as in_work, 0 as dead, min(created_at) as oldest
                from delivery.message where ended_at is null group by channel
                union all
                select channel, 0, count(*), null from delivery.message where dead_at is not null group by channel) as c
            group by channel order by channel
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcOutboxCounts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One channel.
     *
     * @param oldestSeconds how long the oldest message that has not ended has been there; 0 when there is none
     */
    record ChannelCount(String channel, long inWork, long dead, long oldestSeconds) {}

    List<ChannelCount> byChannel() {
        long now = clock.instant().getEpochSecond();
        return jdbc.query(COUNTS, (rs, number) -> {
            Timestamp oldest = rs.getTimestamp("oldest");
            return new ChannelCount(
                    rs.getString("channel"),
                    rs.getLong("in_work"),
                    rs.getLong("dead"),
                    oldest == null ? 0 : Math.max(0, now - oldest.toInstant().getEpochSecond()));
        });
    }
}
