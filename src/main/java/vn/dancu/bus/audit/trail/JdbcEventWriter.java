package vn.dancu.bus.audit.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes rows, one statement a batch, on a connection of its own; not thread-safe. */
final class JdbcEventWriter implements AutoCloseable {

    /**
     * Inserts the once-keys first and in order, so that two instances cannot deadlock; of rows with the same new key the
     * first is written. One statement is one round trip and one commit; it was measured to be faster than COPY and than a
     * batch of single inserts.
     */
    private static final String APPEND =
            """
            with given as materialized (
                select * from unnest(
                    ?::integer[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::bytea[], ?::bytea[], ?::integer[], ?::bytea[], ?::bytea[])
                as g (seq, id, kind, occurred_at, partner, service, officer, result, person_hash, person_sealed,
                    key_period, event, key)
            ), fresh as (
                insert into audit.once (key, seen_at)
                select key, ? from given where key is not null order by key
                on conflict do nothing returning key
            ), first as (
                select min(seq) as seq from given join fresh using (key) group by key
            )
            insert into audit.event (seq, id, kind, occurred_at, partner, service, officer, result, person_hash,
                person_sealed, key_period, event)
            select seq, id, kind, occurred_at, partner, service, officer, result, person_hash, person_sealed, key_period,
                convert_from(event, 'UTF8')
            from given where key is null or seq in (select seq from first)
            returning seq
            """;

    private static final Duration MAX_UNTESTED_IDLE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Duration timeout;
    private final Clock clock;
    private @Nullable Connection connection;
    private Instant usedAt = Instant.MIN;

    JdbcEventWriter(DataSource dataSource, Duration timeout, Clock clock) {
        this.dataSource = dataSource;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * Writes the rows durably, all or none, except those whose once-key was used before.
     *
     * @return which of the rows were written, by position
     */
    BitSet append(List<EventRow> rows) throws AppendFailure {
        try (PreparedStatement statement = connection().prepareStatement(APPEND)) {
            bind(statement, rows);
            BitSet written = written(statement);
            usedAt = Instant.now(clock);
            return written;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Returns the connection to the pool. */
    @Override
    public void close() {
        Connection held = connection;
        connection = null;
        if (held != null) {
            try {
                held.close();
            } catch (SQLException e) {
                // The pool drops a connection that cannot be closed.
                return;
            }
        }
    }

    private static BitSet written(PreparedStatement statement) throws SQLException {
        BitSet written = new BitSet();
        try (ResultSet rs = statement.executeQuery()) {
            while (rs.next()) {
                written.set(rs.getInt(1));
            }
        }
        return written;
    }

    private void bind(PreparedStatement statement, List<EventRow> rows) throws SQLException {
        Connection on = statement.getConnection();
        Integer[] seq = new Integer[rows.size()];
        for (int i = 0; i < seq.length; i++) {
            seq[i] = i;
        }
        statement.setArray(1, on.createArrayOf("integer", seq));
        statement.setArray(
                2, on.createArrayOf("uuid", texts(rows, row -> row.id().toString())));
        statement.setArray(
                3, on.createArrayOf("text", texts(rows, row -> row.kind().name())));
        statement.setArray(4, on.createArrayOf("timestamptz", texts(rows, row -> row.occurredAt()
                .toString())));
        statement.setArray(5, on.createArrayOf("text", texts(rows, EventRow::partner)));
        statement.setArray(6, on.createArrayOf("text", texts(rows, EventRow::service)));
        statement.setArray(7, on.createArrayOf("text", texts(rows, EventRow::officer)));
        statement.setArray(8, on.createArrayOf("text", texts(rows, EventRow::result)));
        statement.setArray(9, on.createArrayOf("bytea", bytes(rows, EventRow::personHash)));
        statement.setArray(10, on.createArrayOf("bytea", bytes(rows, EventRow::personSealed)));
        statement.setArray(
                11,
                on.createArrayOf(
                        "integer", rows.stream().map(EventRow::keyPeriod).toArray(Integer[]::new)));
        statement.setArray(12, on.createArrayOf("bytea", bytes(rows, EventRow::event)));
        statement.setArray(13, on.createArrayOf("bytea", bytes(rows, EventRow::onceKey)));
        statement.setObject(14, Instant.now(clock).atOffset(ZoneOffset.UTC));
    }

    /** Tests a connection that was idle before it is used: the database may have been restarted. */
    private Connection connection() throws SQLException {
        Connection held = connection;
        if (held != null && isTrusted(held)) {
            return held;
        }
        close();
        held = dataSource.getConnection();
        held.setAutoCommit(true);
        held.setNetworkTimeout(Runnable::run, (int) timeout.toMillis());
        connection = held;
        return held;
    }

    private boolean isTrusted(Connection held) throws SQLException {
        return Instant.now(clock).isBefore(usedAt.plus(MAX_UNTESTED_IDLE)) || held.isValid(1);
    }

    /** SQLSTATE classes 22 and 23 are about the data of some row; after anything else the connection is not trusted. */
    private AppendFailure failure(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("22") || state.startsWith("23")) {
            return AppendFailure.fromData(state);
        }
        close();
        return AppendFailure.fromDatabase(e);
    }

    private static @Nullable String[] texts(List<EventRow> rows, Function<EventRow, @Nullable String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    private static byte @Nullable [][] bytes(List<EventRow> rows, Function<EventRow, byte @Nullable []> part) {
        byte[][] values = new byte[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = part.apply(rows.get(i));
        }
        return values;
    }
}
