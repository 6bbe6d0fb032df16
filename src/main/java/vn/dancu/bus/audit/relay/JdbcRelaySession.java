package vn.dancu.bus.audit.relay;

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
import vn.dancu.bus.audit.event.TrailPosition;

/**
 * Reads events and the relay's position for the leader, on the connection whose session holds the leader's lock: when the
 * session ends, the leader can neither read nor move the position.
 */
final class JdbcRelaySession implements AutoCloseable {

    /** Only rows of transactions before the oldest one in progress: no row can be committed before them later. */
    private static final String NEXT =
            """
            select e.xid::text as xid, e.seq, e.occurred_at, e.partner, e.person_hash, e.event from audit.event e
            where (e.xid, e.seq) > (?::text::xid8, ?) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by e.xid, e.seq limit ?
            """;

    /** The numbers of transactions start again in a database restored from a dump; the old position would skip new events. */
    private static final String POSITION =
            "select xid::text, seq, xid >= pg_snapshot_xmax(pg_current_snapshot()) from audit.relay";

    private final Connection connection;

    JdbcRelaySession(Connection connection) {
        this.connection = connection;
    }

    /** An event on its way to Kafka. */
    record Outgoing(TrailPosition position, Instant occurredAt, byte @Nullable [] key, byte[] event) {}

    TrailPosition position() throws RelayFailure {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(POSITION)) {
            if (!rs.next()) {
                throw new RelayFailure("The table audit.relay must have its row", null);
            }
            if (rs.getBoolean(3)) {
                throw RelayFailure.behind();
            }
            return TrailPosition.of(rs.getString(1), rs.getInt(2));
        } catch (SQLException e) {
            throw new RelayFailure("The position of the relay could not be read", e);
        }
    }

    List<Outgoing> next(TrailPosition after, int limit) throws RelayFailure {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, after.xidText());
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

    /** Stores the position; it may be lost in a crash, since events that are sent again carry the same ids. */
    void moveTo(TrailPosition position) throws RelayFailure {
        try (PreparedStatement statement =
                connection.prepareStatement("update audit.relay set xid = ?::text::xid8, seq = ?")) {
            statement.setString(1, position.xidText());
            statement.setInt(2, position.seq());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new RelayFailure("The position of the relay could not be kept", e);
        }
    }

    /** Whether the session, and with it the lock, still exists. */
    boolean isLeading() {
        try {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Releases the lock, so that another instance can lead. */
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

    /** A session that still holds the lock must not return to the pool. */
    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // The connection is broken already, and the server ends its session.
            return;
        }
    }

    private static Outgoing outgoing(ResultSet rs) throws SQLException {
        byte[] hash = rs.getBytes("person_hash");
        String key = hash == null ? rs.getString("partner") : HexFormat.of().formatHex(hash);
        return new Outgoing(
                TrailPosition.of(rs.getString("xid"), rs.getInt("seq")),
                rs.getTimestamp("occurred_at").toInstant(),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                rs.getBytes("event"));
    }
}
