package vn.dancu.bus.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the leading relay reads and how far it has come, on the connection whose session holds the leader's lock: when the
 * session ends, so does everything that the leader may do.
 */
final class JdbcRelay implements AutoCloseable {

    /** Rows of transactions that are over, while every older one is over as well: nothing can appear before them later. */
    private static final String NEXT =
            """
            select e.xid::text as xid, e.seq, e.occurred_at, e.partner, e.person_hash, e.event from audit.event e
            where (e.xid, e.seq) > (?::text::xid8, ?) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by e.xid, e.seq limit ?
            """;

    /** In a database restored from a dump transactions count from the start again, and the old position would skip them. */
    private static final String POSITION =
            "select xid::text, seq, xid >= pg_snapshot_xmax(pg_current_snapshot()) from audit.relay";

    private final Connection connection;

    JdbcRelay(Connection connection) {
        this.connection = connection;
    }

    /** A place in the order of events. */
    record Position(String xid, int seq) {}

    /** An event on its way to Kafka. */
    record Outgoing(Position position, Instant occurredAt, byte @Nullable [] key, byte[] event) {}

    Position position() throws RelayFailure {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(POSITION)) {
            if (!rs.next()) {
                throw new RelayFailure("The table audit.relay must have its row", null);
            }
            if (rs.getBoolean(3)) {
                throw new RelayFailure("audit.relay is ahead of this database: was it restored from another?", null);
            }
            return new Position(rs.getString(1), rs.getInt(2));
        } catch (SQLException e) {
            throw new RelayFailure("The position of the relay could not be read", e);
        }
    }

    List<Outgoing> next(Position after, int limit) throws RelayFailure {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, after.xid());
            statement.setInt(2, after.seq());
            statement.setInt(3, limit);
            List<Outgoing> events = new ArrayList<>();
            try (ResultSet rs = statement.executeQuery()) {
                while (rs.next()) {
                    events.add(outgoing(rs));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new RelayFailure("Events could not be read", e);
        }
    }

    /** Need not survive a crash: what is relayed again carries the same id. */
    void moveTo(Position position) throws RelayFailure {
        try (PreparedStatement statement =
                connection.prepareStatement("update audit.relay set xid = ?::text::xid8, seq = ?")) {
            statement.setString(1, position.xid());
            statement.setInt(2, position.seq());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new RelayFailure("The position of the relay could not be kept", e);
        }
    }

    /** Whether the session, and with it the lock, is still there. */
    boolean isLeading() {
        try {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Gives the lead to whoever comes next. */
    @Override
    public void close() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset synchronous_commit");
            statement.execute("select pg_advisory_unlock(" + JdbcLeaderLock.NUMBER + ")");
            connection.close();
        } catch (SQLException e) {
            abort();
        }
    }

    /** A session that cannot be told to unlock must not go back into the pool. */
    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is broken already, and the server ends its session.
            return;
        }
    }

    private static Outgoing outgoing(ResultSet rs) throws SQLException {
        byte[] hash = rs.getBytes("person_hash");
        String key = hash == null ? rs.getString("partner") : HexFormat.of().formatHex(hash);
        return new Outgoing(
                new Position(rs.getString("xid"), rs.getInt("seq")),
                rs.getTimestamp("occurred_at").toInstant(),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                rs.getBytes("event"));
    }
}
