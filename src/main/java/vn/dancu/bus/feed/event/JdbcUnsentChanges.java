package vn.dancu.bus.feed.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import vn.dancu.bus.audit.relay.JdbcRelayReading;
import vn.dancu.bus.audit.relay.RelayFailure;
import vn.dancu.bus.audit.relay.RelaySource;
import vn.dancu.bus.feed.ChangeEvent;

/** The events on their way to Kafka; the key is the person's hash, so that a person's events stay in their order. */
final class JdbcUnsentChanges implements RelaySource.Unsent {

    /** A number that no other room takes. */
    private static final long LOCK = 0x64616E6375_22L;

    private static final String NEXT = "select " + JdbcChangeRows.COLUMNS + " from feed.event e"
            + " where e.position > (select p.relayed from feed.progress p) and e.follower is null order by e.position limit ?";

    private final Connection connection;
    private long read;

    private JdbcUnsentChanges(Connection connection) {
        this.connection = connection;
    }

    static RelaySource on(DataSource dataSource) {
        return JdbcRelayReading.locked(dataSource, LOCK, JdbcUnsentChanges::new);
    }

    @Override
    public List<RelaySource.Outgoing> next(int limit) throws RelayFailure {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, limit);
            List<RelaySource.Outgoing> events = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ChangeEvent event = JdbcChangeRows.event(rows);
                    events.add(outgoing(event));
                    read = event.position();
                }
            }
            return events;
        } catch (SQLException e) {
            throw new RelayFailure("Events could not be read", e);
        }
    }

    private static RelaySource.Outgoing outgoing(ChangeEvent event) {
        byte[] key = HexFormat.of().formatHex(event.subject()).getBytes(StandardCharsets.US_ASCII);
        return new RelaySource.Outgoing(event.changedAt(), key, event.json());
    }

    @Override
    public void acknowledged() throws RelayFailure {
        try (PreparedStatement statement = connection.prepareStatement("update feed.progress set relayed = ?")) {
            statement.setLong(1, read);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new RelayFailure("The position of the relay could not be kept", e);
        }
    }
}
