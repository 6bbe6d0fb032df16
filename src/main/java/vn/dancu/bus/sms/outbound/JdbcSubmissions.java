package vn.dancu.bus.sms.outbound;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Submissions and receipts in PostgreSQL, many in a statement and in the order of their keys. */
final class JdbcSubmissions {

    /** An operator that begins its numbers anew uses one again: the row is then that of the new message. */
    private static final String SUBMITTED =
            """
            insert into sms.submission as s (operator, message_id, delivery, part, submitted_at)
            select operator, message_id, delivery, part, ? from unnest(?::text[], ?::text[], ?::uuid[], ?::integer[])
                as g (operator, message_id, delivery, part) order by operator, message_id
            on conflict (operator, message_id) do update set delivery = excluded.delivery, part = excluded.part,
                submitted_at = excluded.submitted_at, noted = false,
                state = case when s.delivery is null then s.state end,
                error = case when s.delivery is null then s.error end,
                state_at = case when s.delivery is null then s.state_at end
            """;

    private static final String RECEIVED =
            """
            insert into sms.submission as s (operator, message_id, state, error, subscriber_key, reference, state_at)
            select operator, message_id, state, error, subscriber_key, reference, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::integer[])
                as g (operator, message_id, state, error, subscriber_key, reference) order by operator, message_id
            on conflict (operator, message_id) do update set state = excluded.state, error = excluded.error,
                state_at = excluded.state_at
            where s.state is null or s.state in ('ENROUTE', 'ACCEPTED', 'MISSING')
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcSubmissions(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void submitted(List<SubmittedPart> parts) {
        TreeMap<String, SubmittedPart> once = new TreeMap<>();
        parts.forEach(part -> once.put(part.operator() + "/" + part.messageId(), part));
        List<SubmittedPart> rows = List.copyOf(once.values());
        jdbc.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(SUBMITTED);
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            set(connection, statement, 2, "text", rows, SubmittedPart::operator);
            set(connection, statement, 3, "text", rows, SubmittedPart::messageId);
            set(connection, statement, 4, "uuid", rows, SubmittedPart::delivery);
            set(connection, statement, 5, "int4", rows, SubmittedPart::part);
            return statement;
        });
    }

    /** Of several about one message the last final one counts, else the last. */
    void received(List<ReceiptOfPart> receipts) {
        TreeMap<String, ReceiptOfPart> once = new TreeMap<>();
        receipts.forEach(one -> once.merge(
                one.operator() + "/" + one.messageId(),
                one,
                (before, next) -> before.state().isFinal() ? before : next));
        List<ReceiptOfPart> rows = List.copyOf(once.values());
        jdbc.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(RECEIVED);
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            set(connection, statement, 2, "text", rows, ReceiptOfPart::operator);
            set(connection, statement, 3, "text", rows, ReceiptOfPart::messageId);
            set(connection, statement, 4, "text", rows, one -> one.state().name());
            set(connection, statement, 5, "text", rows, ReceiptOfPart::error);
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "bytea",
                            rows.stream().map(ReceiptOfPart::subscriberKey).toArray(byte[][]::new)));
            set(connection, statement, 7, "int4", rows, ReceiptOfPart::reference);
            return statement;
        });
    }

    Set<Integer> partsOf(UUID delivery) {
        return new TreeSet<>(jdbc.queryForList(
                "select part from sms.submission where delivery = ? and (state is null or state in"
                        + " ('ENROUTE', 'ACCEPTED', 'DELIVERED'))",
                Integer.class,
                delivery));
    }

    private static <T> void set(
            Connection connection,
            PreparedStatement statement,
            int place,
            String type,
            List<T> rows,
            Function<T, @Nullable Object> value)
            throws SQLException {
        statement.setArray(
                place, connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }
}
