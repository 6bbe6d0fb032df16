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
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the leading relay reads and how far it has come, on the connection whose session holds the leader's lock: when the
 * session ends, so does everything that the leader may do.
 */
final class JdbcRelay implements AutoCloseable {

    private static final long LEADER_LOCK = 0x64616E6375_02L;

    /** Rows of transactions that are over, while every older one is over as well: nothing can appear before them later. */
    private static final String NEXT =
            """
            select xid::text, seq, occurred_at, partner, person_hash, event from audit.event
            where (xid, seq) > (?::text::xid8, ?) and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by xid, seq limit ?
            """;

    private final Connection connection;

    private JdbcRelay(Connection connection) {
        this.connection = connection;
    }

    /** A place in the order of events. */
    record Position(String xid, int seq) {}

    /** An event on its way to Kafka. */
    record Outgoing(Position position, Instant occurredAt, byte @Nullable [] key, byte[] event) {}

    /** Becomes the leader, unless there is one. */
    static Optional<JdbcRelay> lead(DataSource dataSource) throws RelayFailure {
        try {
            Connection connection = dataSource.getConnection();
            JdbcRelay relay = new JdbcRelay(connection);
            if (relay.tryLock()) {
                return Optional.of(relay);
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new RelayFailure("The database did not say who leads", e);
        }
    }

    Position position() throws RelayFailure {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("select xid::text, seq from audit.relay")) {
            if (!rs.next()) {
                throw new RelayFailure("The table audit.relay must have its row", null);
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
            statement.execute("select pg_advisory_unlock(" + LEADER_LOCK + ")");
            connection.close();
        } catch (SQLException e) {
            abort();
        }
    }

    private boolean tryLock() throws SQLException {
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, 30_000);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rs = statement.executeQuery("select pg_try_advisory_lock(" + LEADER_LOCK + ")")) {
                rs.next();
                if (!rs.getBoolean(1)) {
                    return false;
                }
            }
            statement.execute("set synchronous_commit = off");
            return true;
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
