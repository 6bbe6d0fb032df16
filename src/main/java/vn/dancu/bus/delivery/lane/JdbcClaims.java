package vn.dancu.bus.delivery.lane;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.Attempt;
import vn.dancu.bus.delivery.content.ClaimHolders;
import vn.dancu.bus.kernel.PartnerId;

/** Claims messages of a lane and notes what came of them, many in a statement. */
final class JdbcClaims {

    /**
     * A message waits behind an earlier one with the same order key that waits for its next attempt, its partner or its
     * receipt. One that is being sent, or is due, is claimed with those behind it: the lane keeps their order. A locked row
     * stays where it is, so it is found by its place.
     */
    private static final String CLAIM =
            """
            with due as (
                select m.id, m.ctid as place from delivery.message m
                where m.channel = ? and m.destination = ? and m.ended_at is null and m.state in ('WAITING', 'AWAITING_RECEIPT')
                    and m.due_at <= ? and (m.expires_at is null or m.expires_at > ?)
                    and (m.partner is null or m.partner <> all (?))
                    and (m.order_key is null or not exists (
                        select 1 from delivery.message e
                        where e.channel = m.channel and e.destination = m.destination and e.order_key = m.order_key
                            and e.seq < m.seq and e.ended_at is null and (e.expires_at is null or e.expires_at > ?)
                            and (e.due_at > ? or e.partner = any (?))))
                order by m.seq limit ? for update of m skip locked)
            update delivery.message m set state = 'SENDING', attempts = m.attempts + 1, due_at = ?,
                first_at = coalesce(m.first_at, ?)
            from due, delivery.content c where m.ctid = due.place and c.id = due.id
            returning m.seq, m.id, m.partner, m.order_key, m.content_type, m.sha256, m.length, m.attempts, m.first_at,
                m.last_error, c.sealed
            """;

    /** Whoever has delivered a message says so; anything else counts only for the attempt that is still the last one. */
    private static final String NOTE =
            """
            update delivery.message m set state = o.state, due_at = coalesce(o.due, m.due_at),
                ended_at = case when o.state in ('DELIVERED', 'DEAD') then ?::timestamptz end,
                dead_at = case when o.state = 'DEAD' then ?::timestamptz end,
                attempts = m.attempts - case when o.returned then 1 else 0 end,
                last_error = case when o.state = 'DELIVERED' then null else coalesce(o.error, m.last_error) end,
                receipt = coalesce(o.receipt, m.receipt)
            from unnest(?, ?, ?, ?, ?, ?, ?) as o (id, state, number, due, error, receipt, returned)
            where m.id = o.id and m.ended_at is null
                and (o.state in ('DELIVERED', 'AWAITING_RECEIPT') or m.state = 'SENDING' and m.attempts = o.number)
            """;

    /** The error of a message whose receipt has not come. */
    static final String UNRECEIPTED = "receipt_missing";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final DatabaseShare share;
    private final Clock clock;

    JdbcClaims(JdbcTemplate jdbc, TransactionTemplate transaction, DatabaseShare share, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.share = share;
        this.clock = clock;
    }

    /**
     * The oldest messages that are due, in their order.
     *
     * @param held the partners that may not be served now
     */
    List<ClaimedMessage> claim(LaneKey lane, Collection<PartnerId> held, int limit) {
        Timestamp now = Timestamp.from(clock.instant());
        String[] partners = held.stream().map(PartnerId::value).toArray(String[]::new);
        List<ClaimedMessage> claimed = share.use(() -> transaction.execute(status -> {
            // A claim that is lost is made anew; it need not wait for the disk.
            jdbc.execute("set local synchronous_commit = off");
            return jdbc.query(
                    CLAIM,
                    (rs, number) -> claimed(rs),
                    lane.channel(),
                    lane.destination(),
                    now,
                    now,
                    partners,
                    now,
                    now,
                    partners,
                    limit,
                    now,
                    now);
        }));
        return Objects.requireNonNull(claimed).stream()
                .sorted(Comparator.comparingLong(ClaimedMessage::seq))
                .toList();
    }

    /** What another instance claimed and never ended is due again. */
    int reclaim(LaneKey lane) {
        return share.use(() -> jdbc.update(
                "update delivery.message set state = 'WAITING', last_error = ? where channel = ? and destination = ?"
                        + " and ended_at is null and state = 'SENDING'",
                Attempt.INTERRUPTED,
                lane.channel(),
                lane.destination()));
    }

    /** When the next message of the lane is due, held ones left out; empty when nothing waits for its time. */
    Optional<Instant> nextDue(LaneKey lane) {
        Timestamp due = share.use(() -> jdbc.queryForObject(
                "select min(due_at) from delivery.message where channel = ? and destination = ? and ended_at is null"
                        + " and state in ('WAITING', 'AWAITING_RECEIPT') and due_at > ?",
                Timestamp.class,
                lane.channel(),
                lane.destination(),
                Timestamp.from(clock.instant())));
        return Optional.ofNullable(due).map(Timestamp::toInstant);
    }

    /** Notes all of them, or none. */
    void note(List<AttemptOutcome> outcomes) {
        share.use(() -> transaction.execute(status -> noted(outcomes)));
    }

    private boolean noted(List<AttemptOutcome> outcomes) {
        List<AttemptOutcome.Delivered> done = outcomes.stream()
                .filter(AttemptOutcome.Delivered.class::isInstance)
                .map(AttemptOutcome.Delivered.class::cast)
                .toList();
        jdbc.update(connection -> statement(connection, outcomes));
        if (!done.isEmpty()) {
            jdbc.update(connection -> {
                PreparedStatement delete =
                        connection.prepareStatement("delete from delivery.content where id = any (?)");
                delete.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid",
                                done.stream().map(one -> one.message().id()).toArray()));
                return delete;
            });
        }
        String[] holders = done.stream()
                .filter(AttemptOutcome.Delivered::inFile)
                .map(one -> ClaimHolders.of(one.message().id()))
                .toArray(String[]::new);
        if (holders.length > 0) {
            jdbc.update("delete from delivery.claim where holder = any (?)", (Object) holders);
        }
        return true;
    }

    private PreparedStatement statement(Connection connection, List<AttemptOutcome> outcomes) throws SQLException {
        List<Row> rows = outcomes.stream().map(Row::of).toList();
        PreparedStatement statement = connection.prepareStatement(NOTE);
        Timestamp now = Timestamp.from(clock.instant());
        statement.setTimestamp(1, now);
        statement.setTimestamp(2, now);
        statement.setArray(3, array(connection, "uuid", rows, Row::id));
        statement.setArray(4, array(connection, "text", rows, Row::state));
        statement.setArray(5, array(connection, "int4", rows, Row::number));
        statement.setArray(6, array(connection, "timestamptz", rows, Row::due));
        statement.setArray(7, array(connection, "text", rows, Row::error));
        statement.setArray(8, array(connection, "text", rows, Row::receipt));
        statement.setArray(9, array(connection, "bool", rows, Row::returned));
        return statement;
    }

    private static Array array(
            Connection connection, String type, List<Row> rows, Function<Row, @Nullable Object> value)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        return connection.createArrayOf(type, values.toArray());
    }

    /** An outcome as columns. */
    private record Row(
            UUID id,
            String state,
            int number,
            @Nullable Timestamp due,
            @Nullable String error,
            @Nullable String receipt,
            boolean returned) {

        static Row of(AttemptOutcome outcome) {
            UUID id = outcome.message().id();
            int number = outcome.message().number();
            if (outcome instanceof AttemptOutcome.Delivered delivered) {
                return new Row(id, "DELIVERED", number, null, null, delivered.receipt(), false);
            }
            if (outcome instanceof AttemptOutcome.Unreceipted sent) {
                return new Row(id, "AWAITING_RECEIPT", number, Timestamp.from(sent.until()), UNRECEIPTED, null, false);
            }
            if (outcome instanceof AttemptOutcome.Postponed failed) {
                return new Row(id, "WAITING", number, Timestamp.from(failed.until()), failed.error(), null, false);
            }
            if (outcome instanceof AttemptOutcome.Died died) {
                return new Row(id, "DEAD", number, null, died.cause(), null, false);
            }
            return new Row(id, "WAITING", number, null, null, null, true);
        }
    }

    private static ClaimedMessage claimed(ResultSet rs) throws SQLException {
        String partner = rs.getString("partner");
        return new ClaimedMessage(
                rs.getLong("seq"),
                rs.getObject("id", UUID.class),
                partner == null ? null : new PartnerId(partner),
                rs.getString("order_key"),
                rs.getString("content_type"),
                rs.getString("sha256"),
                rs.getLong("length"),
                rs.getInt("attempts"),
                rs.getTimestamp("first_at").toInstant(),
                rs.getString("last_error"),
                rs.getBytes("sealed"));
    }
}
