package vn.dancu.bus.delivery.lane;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which destinations have messages, and which instance sends to them. Leases end by the clock of the database. */
final class JdbcLanes {

    /** One step of the index for each lane, however many messages it has. */
    private static final String OPEN =
            """
            with recursive lanes as (
                (select channel, destination from delivery.message where ended_at is null
                 order by channel, destination limit 1)
                union all
                select next.channel, next.destination from lanes cross join lateral (
                    select m.channel, m.destination from delivery.message m
                    where m.ended_at is null and (m.channel, m.destination) > (lanes.channel, lanes.destination)
                    order by m.channel, m.destination limit 1) next)
            select channel, destination from lanes
            """;

    private static final String LEASE =
            """
            insert into delivery.lane as lane (channel, destination, holder, lease_until)
            values (?, ?, ?, now() + ? * interval '1 millisecond')
            on conflict (channel, destination) do update
                set holder = excluded.holder, lease_until = excluded.lease_until
                where lane.holder is null or lane.holder = excluded.holder or lane.lease_until < now()
            """;

    private final JdbcTemplate jdbc;
    private final DatabaseShare share;
    private final UUID instance;
    private final Duration lease;

    JdbcLanes(JdbcTemplate jdbc, DatabaseShare share, UUID instance, Duration lease) {
        this.jdbc = jdbc;
        this.share = share;
        this.instance = instance;
        this.lease = lease;
    }

    /** All lanes with messages that have not ended. */
    List<LaneKey> open() {
        return jdbc.query(OPEN, (rs, number) -> new LaneKey(rs.getString(1), rs.getString(2)));
    }

    /** Whether this instance may send to the destination until the lease ends. */
    boolean lease(LaneKey lane) {
        return share.use(() -> jdbc.update(LEASE, lane.channel(), lane.destination(), instance, lease.toMillis()) == 1);
    }

    /** Makes all leases of this instance longer; those that it still has. */
    Set<LaneKey> renew() {
        return new HashSet<>(jdbc.query(
                "update delivery.lane set lease_until = now() + ? * interval '1 millisecond' where holder = ?"
                        + " returning channel, destination",
                (rs, number) -> new LaneKey(rs.getString(1), rs.getString(2)),
                lease.toMillis(),
                instance));
    }

    void release(LaneKey lane) {
        share.use(() -> jdbc.update(
                "update delivery.lane set holder = null where channel = ? and destination = ? and holder = ?",
                lane.channel(),
                lane.destination(),
                instance));
    }
}
