package vn.dancu.bus.ledger.book;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.Balances;
import vn.dancu.bus.ledger.LedgerEntry.End;

/** The books of all instances. Each instance writes its own lines, as they stand, and nobody else's while it lives. */
final class JdbcLedgerCounts implements Balances {

    private static final String WRITE =
            """
            insert into ledger.count as kept (instance, hour, door, partner, taken, answered, refused, dead, in_work, missing)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (instance, hour, door, partner) do update set taken = excluded.taken, answered = excluded.answered,
                refused = excluded.refused, dead = excluded.dead, in_work = excluded.in_work, missing = excluded.missing,
                interrupted = 0
            """;

    private static final String BALANCES =
            """
            select hour, door, partner, sum(taken)::bigint as taken, sum(answered)::bigint as answered,
                sum(refused)::bigint as refused, sum(dead)::bigint as dead, sum(in_work)::bigint as in_work,
                sum(interrupted)::bigint as interrupted, sum(missing)::bigint as missing
            from ledger.count where hour >= ? and hour < ? and (?::text is null or door = ?) and (?::text is null or partner = ?)
            group by hour, door, partner having sum(taken) <> 0 or sum(in_work) <> 0 or sum(missing) <> 0
            order by hour, door, partner
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcLedgerCounts(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
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
            line.missing()
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

    @Override
    public List<Balance> between(Instant from, Instant until, @Nullable String door, @Nullable PartnerId partner) {
        String id = partner == null ? null : partner.value();
        return jdbc.query(
                BALANCES,
                (rs, number) -> new Balance(
                        rs.getTimestamp("hour").toInstant(),
                        rs.getString("door"),
                        rs.getString("partner"),
                        rs.getLong("taken"),
                        rs.getLong("answered"),
                        rs.getLong("refused"),
                        rs.getLong("dead"),
                        rs.getLong("in_work"),
                        rs.getLong("interrupted"),
                        rs.getLong("missing")),
                from.atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC),
                door,
                door,
                id,
                id);
    }
}
