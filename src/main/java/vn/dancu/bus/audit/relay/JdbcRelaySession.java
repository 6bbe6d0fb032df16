package vn.dancu.bus.audit.relay;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.dancu.bus.audit.event.TrailPosition;

/** Reads audit events and the relay's position for the leader. */
final class JdbcRelaySession implements RelaySource.Unsent {

    /** A number that no other room takes. */
    static final long LOCK = 0x64616E6375_02L;

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
    private TrailPosition position;
    private TrailPosition read;

    JdbcRelaySession(Connection connection) throws RelayFailure {
        this.connection = connection;
        this.position = storedPosition();
        this.read = position;
    }

    private TrailPosition storedPosition() throws RelayFailure {
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

    @Override
    public List<RelaySource.Outgoing> next(int limit) throws RelayFailure {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, position.xidText());
            statement.setInt(2, position.seq());
            statement.setInt(3, limit);
            read = position;
            List<RelaySource.Outgoing> events = new ArrayList<>();
            try (ResultSet rs = statement.executeQuery()) {
                while (rs.next()) {
                    events.add(outgoing(rs));
                    read = TrailPosition.of(rs.getString("xid"), rs.getInt("seq"));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new RelayFailure("Events could not be read", e);
        }
    }

    @Override
    public void acknowledged() throws RelayFailure {
        try (PreparedStatement statement =
                connection.prepareStatement("update audit.relay set xid = ?::text::xid8, seq = ?")) {
            statement.setString(1, read.xidText());
            statement.setInt(2, read.seq());
            statement.executeUpdate();
            position = read;
        } catch (SQLException e) {
            throw new RelayFailure("The position of the relay could not be kept", e);
        }
    }

    private static RelaySource.Outgoing outgoing(ResultSet rs) throws SQLException {
        byte[] hash = rs.getBytes("person_hash");
        String key = hash == null ? rs.getString("partner") : HexFormat.of().formatHex(hash);
        return new RelaySource.Outgoing(
                rs.getTimestamp("occurred_at").toInstant(),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                rs.getBytes("event"));
    }
}
