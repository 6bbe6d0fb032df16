package vn.dancu.bus.audit.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.event.TrailMonth;

/**
 * Writes rows, one statement a batch, on a connection of its own; not thread-safe.
 *
 * <p>Replays are rare, so a batch is written first as if no once-key in it had been used, straight into the partition of its
 * month. Where a key had been, the database refuses the whole batch, and the dearer statement finds out which.
 */
final class JdbcEventWriter implements AutoCloseable {

    /** One statement is one round trip and one commit; it was measured to be faster than COPY and than a batch of inserts. */
    private static final String GIVEN =
            """
            unnest(?::integer[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::bytea[], ?::bytea[], ?::integer[], ?::text[], ?::bytea[]""";

    private static final String COLUMNS =
            """
            seq, id, kind, occurred_at, partner, service, officer, result, person_hash, person_sealed, key_period,
                message_id, event""";

    private static final String VALUES = COLUMNS.replaceFirst("event$", "convert_from(event, 'UTF8')");

    /** The keys are inserted before the rows, so that a used one ends the statement early; questions only where there are any. */
    private static final String INSERT_ALL = "with stored as (insert into %s (" + COLUMNS + ") select " + VALUES
            + " from " + GIVEN + ") as g (" + COLUMNS + "))%s"
            + " insert into audit.once (seen_at, key) select ?, key from unnest(?::bytea[]) as k (key)";

    /**
     * Inserts the once-keys first and in order, so that two instances cannot deadlock; of rows with the same new key the
     * first is written.
     */
    private static final String INSERT_UNUSED = "with given as materialized (select * from " + GIVEN
            + ", ?::bytea[]) as g (" + COLUMNS + ", key)), "
            + """
            fresh as (
                insert into audit.once (key, seen_at)
                select key, ? from given where key is not null order by key
                on conflict do nothing returning key
            ), first as (
                select min(seq) as seq from given join fresh using (key) group by key
            )%%s
            insert into audit.event (%s)
            select %s
            from given where key is null or seq in (select seq from first)
            returning seq
            """
                    .formatted(COLUMNS, VALUES);

    private static final String QUESTIONS = ", kept as (" + JdbcQuestionRows.INSERT + ")";

    private static final String UNUSED_QUESTIONS = ", kept as (" + JdbcQuestionRows.INSERT
            + " where q.event in (select id from given where key is null or seq in (select seq from first)))";

    private static final String WHOLE_TRAIL = "audit.event";

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String UNDEFINED_TABLE = "42P01";

    /** After a batch that was written twice the dearer statement comes first for that long: replays come in bursts. */
    private static final Duration CAUTIOUS = Duration.ofMillis(100);

    private static final Duration MAX_UNTESTED_IDLE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Duration timeout;
    private final AppendMetrics metrics;
    private final Clock clock;
    private final Map<String, String> insertAll = new HashMap<>();
    private @Nullable Connection connection;
    private Instant usedAt = Instant.MIN;
    private Instant cautiousUntil = Instant.MIN;

    JdbcEventWriter(DataSource dataSource, Duration timeout, AppendMetrics metrics, Clock clock) {
        this.dataSource = dataSource;
        this.timeout = timeout;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Writes the rows durably, all or none, except those whose once-key was used before.
     *
     * @return which of the rows were written, by position
     */
    BitSet append(List<EventRow> rows) throws AppendFailure {
        try {
            byte[][] keys = sortedKeys(rows);
            if (areDistinct(keys) && !Instant.now(clock).isBefore(cautiousUntil) && insertAll(rows, keys)) {
                BitSet all = new BitSet();
                all.set(0, rows.size());
                return all;
            }
            return insertUnused(rows);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** False when nothing was written, since a key had been used or the month has no partition. */
    private boolean insertAll(List<EventRow> rows, byte[][] keys) throws SQLException {
        List<EventRow> asked = JdbcQuestionRows.in(rows);
        String questions = asked.isEmpty() ? "" : QUESTIONS;
        String sql = insertAll.computeIfAbsent(
                table(rows) + questions, name -> INSERT_ALL.formatted(table(rows), questions));
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            int next = bind(statement, rows);
            next = asked.isEmpty() ? next : JdbcQuestionRows.bind(statement, next, asked);
            statement.setObject(next, now());
            statement.setArray(next + 1, statement.getConnection().createArrayOf("bytea", keys));
            statement.executeUpdate();
            usedAt = Instant.now(clock);
            return true;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                metrics.writtenAgain();
                cautiousUntil = Instant.now(clock).plus(CAUTIOUS);
                return false;
            }
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private BitSet insertUnused(List<EventRow> rows) throws SQLException {
        List<EventRow> asked = JdbcQuestionRows.in(rows);
        String sql = INSERT_UNUSED.formatted(asked.isEmpty() ? "" : UNUSED_QUESTIONS);
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            int next = bind(statement, rows);
            statement.setArray(next, statement.getConnection().createArrayOf("bytea", bytes(rows, EventRow::onceKey)));
            statement.setObject(next + 1, now());
            if (!asked.isEmpty()) {
                JdbcQuestionRows.bind(statement, next + 2, asked);
            }
            BitSet written = written(statement);
            usedAt = Instant.now(clock);
            return written;
        }
    }

    /** The partition of the rows; the whole trail when they lie in several. */
    private static String table(List<EventRow> rows) {
        TrailMonth month = month(rows.get(0));
        return rows.stream().allMatch(row -> month(row).equals(month)) ? month.table() : WHOLE_TRAIL;
    }

    private static TrailMonth month(EventRow row) {
        return TrailMonth.of(row.kind(), row.occurredAt());
    }

    /** In the order in which PostgreSQL sorts them, so that two instances cannot deadlock. */
    private static byte[][] sortedKeys(List<EventRow> rows) {
        return rows.stream()
                .map(EventRow::onceKey)
                .filter(Objects::nonNull)
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
    }

    private static boolean areDistinct(byte[][] sorted) {
        for (int i = 1; i < sorted.length; i++) {
            if (Arrays.equals(sorted[i - 1], sorted[i])) {
                return false;
            }
        }
        return true;
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

    /** Binds what {@link #GIVEN} names, and returns the number of the next parameter. */
    private static int bind(PreparedStatement statement, List<EventRow> rows) throws SQLException {
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
        statement.setArray(12, on.createArrayOf("text", texts(rows, EventRow::messageId)));
        statement.setArray(13, on.createArrayOf("bytea", bytes(rows, EventRow::event)));
        return 14;
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
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
