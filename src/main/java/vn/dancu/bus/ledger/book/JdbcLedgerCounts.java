package vn.dancu.bus.ledger.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.KilledInstance;
import vn.dancu.bus.ledger.LedgerEntry.End;

/**
 * The books of all instances. Each instance writes its own lines, as they stand, and nobody else's while it lives. Beside them
 * stands what the trail has, as far as it was read.
 */
final class JdbcLedgerCounts {

    private static final String WRITE =
            """
            insert into ledger.count as kept (instance, hour, door, partner, taken, answered, refused, dead, in_work, missing,
                returned)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (instance, hour, door, partner) do update set taken = excluded.taken, answered = excluded.answered,
                refused = excluded.refused, dead = excluded.dead, in_work = excluded.in_work, missing = excluded.missing,
                returned = excluded.returned, interrupted = 0
            """;

    /**
     * A refusal is recorded under the partner that was claimed, and counted as nobody's: where no count has that partner it
     * stands at nobody.
     */
    private static final String BALANCES =
            """
            with c as (
                select hour, door, partner, sum(taken)::bigint as taken, sum(answered)::bigint as answered,
                    sum(refused)::bigint as refused, sum(dead)::bigint as dead, sum(in_work)::bigint as in_work,
                    sum(interrupted)::bigint as interrupted, sum(missing)::bigint as missing, sum(returned)::bigint as returned
                from ledger.count where hour >= ? and hour < ? and (?::text is null or door = ?)
                group by hour, door, partner
            ), r as (
                select hour, door, case when answered = 0 and not exists (select 1 from c where c.hour = all_r.hour
                        and c.door = all_r.door and c.partner = all_r.partner) then '-' else partner end as partner,
                    sum(answered)::bigint as answers, sum(refused)::bigint as refusals, sum(cut)::bigint as cut
                from ledger.recorded all_r where hour >= ? and hour < ? and (?::text is null or door = ?) group by 1, 2, 3
            )
            select hour, door, partner, coalesce(taken, 0) as taken, coalesce(answered, 0) as answered,
                coalesce(refused, 0) as refused, coalesce(dead, 0) as dead, coalesce(in_work, 0) as in_work,
                coalesce(interrupted, 0) as interrupted, coalesce(missing, 0) as missing, coalesce(returned, 0) as returned,
                coalesce(answers, 0) as answers, coalesce(refusals, 0) as refusals, coalesce(cut, 0) as cut,
                exists (select 1 from ledger.recorded_hour h where h.hour = both_.hour) as is_read,
                exists (select 1 from ledger.instance i where killed and i.flushed_at < both_.hour + interval '1 hour' + ?::interval
                    and i.ended_at >= both_.hour) as is_killed
            from (select * from c full join r using (hour, door, partner)) as both_
            where (?::text is null or partner = ?) and (taken <> 0 or in_work <> 0 or missing <> 0 or answers <> 0)
            """;

    private static final String KILLED =
            """
            select id, started_at, flushed_at, ended_at from ledger.instance
            where killed and flushed_at < ?::timestamptz + ?::interval and ended_at >= ? order by flushed_at, id
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Duration longest;
    private final Clock clock;

    /** @param longest how long a door may hold a message */
    JdbcLedgerCounts(JdbcTemplate jdbc, TransactionTemplate transaction, Duration longest, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.longest = longest;
        this.clock = clock;
    }

    /** Writes all lines of an instance as of one moment. */
    void write(UUID instance, List<EntryBook.Line> lines, boolean isLast) {
        Timestamp now = Timestamp.from(clock.instant());
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "insert into ledger.instance (id, started_at, flushed_at) values (?, ?, ?)"
                            + " on conflict (id) do update set flushed_at = excluded.flushed_at, ended_at = null",
                    instance,
                    now,
                    now);
            jdbc.batchUpdate(
                    WRITE, lines.stream().map(line -> row(instance, line)).toList());
            if (isLast) {
                jdbc.update("update ledger.instance set ended_at = ? where id = ?", now, instance);
            }
        });
    }

    private static Object[] row(UUID instance, EntryBook.Line line) {
        EntryBook.Key key = line.key();
        return new Object[] {
            instance,
            key.hour().atOffset(ZoneOffset.UTC),
            key.door(),
            key.partner(),
            line.taken() - end(line, End.RETURNED),
            end(line, End.ANSWERED),
            end(line, End.REFUSED),
            end(line, End.DEAD),
            line.inWork(),
            line.missing(),
            end(line, End.RETURNED)
        };
    }

    private static long end(EntryBook.Line line, End end) {
        return line.ends().getOrDefault(end, 0L);
    }

    /** Closes the books of instances that have not written for that long: what they had in work was interrupted. */
    int closeKilled(Duration silence) {
        Instant now = clock.instant();
        Integer closed = transaction.execute(status -> {
            List<UUID> killed = jdbc.queryForList(
                    "update ledger.instance set ended_at = ?, killed = true where ended_at is null and flushed_at < ?"
                            + " returning id",
                    UUID.class,
                    Timestamp.from(now),
                    Timestamp.from(now.minus(silence)));
            killed.forEach(instance -> jdbc.update(
                    "update ledger.count set interrupted = in_work, in_work = 0 where instance = ? and in_work <> 0",
                    instance));
            return killed.size();
        });
        return closed == null ? 0 : closed;
    }

    /** What the doors have, in no order. */
    List<Balance> between(Instant from, Instant until, @Nullable String door, @Nullable PartnerId partner) {
        String id = partner == null ? null : partner.value();
        OffsetDateTime first = from.atOffset(ZoneOffset.UTC);
        OffsetDateTime end = until.atOffset(ZoneOffset.UTC);
        return jdbc.query(
                BALANCES,
                (rs, number) -> balance(rs),
                first,
                end,
                door,
                door,
                first,
                end,
                door,
                door,
                milliseconds(longest),
                id,
                id);
    }

    private static Balance balance(ResultSet rs) throws SQLException {
        return new Balance(
                rs.getTimestamp("hour").toInstant(),
                rs.getString("door"),
                rs.getString("partner"),
                rs.getLong("taken"),
                rs.getLong("answered"),
                rs.getLong("refused"),
                rs.getLong("dead"),
                rs.getLong("in_work"),
                rs.getLong("interrupted"),
                rs.getLong("missing"),
                rs.getBoolean("is_read")
                        ? new Balance.Recorded(
                                rs.getLong("answers"),
                                rs.getLong("refusals"),
                                rs.getLong("cut"),
                                rs.getLong("returned"),
                                rs.getBoolean("is_killed"))
                        : null);
    }

    List<KilledInstance> killed(Instant from, Instant until) {
        return jdbc.query(
                KILLED,
                (rs, number) -> new KilledInstance(
                        rs.getObject("id", UUID.class),
                        rs.getTimestamp("started_at").toInstant(),
                        rs.getTimestamp("flushed_at").toInstant(),
                        rs.getTimestamp("ended_at").toInstant()),
                until.atOffset(ZoneOffset.UTC),
                milliseconds(longest),
                from.atOffset(ZoneOffset.UTC));
    }

    private static String milliseconds(Duration time) {
        return time.toMillis() + " milliseconds";
    }
}
