package vn.dancu.bus.feed.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.dancu.bus.audit.relay.RelayFailure;
import vn.dancu.bus.audit.relay.RelaySource;
import vn.dancu.bus.feed.ChangeEvent;

/** The events on their way to Kafka; the key is the person's hash, so that a person's events stay in their order. */
final class JdbcChangeLead implements RelaySource {

    /** A number that no other room takes. */
    private static final long LOCK = 0x64616E6375_22L;

    private static final Duration NETWORK_TIMEOUT = Duration.ofSeconds(30);

    private static final String NEXT = "select " + JdbcChangeRows.COLUMNS + " from feed.event e"
            + " where e.position > (select p.relayed from feed.progress p) and e.follower is null order by e.position limit ?";

    private final DataSource dataSource;

    JdbcChangeLead(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Lead> lead() throws RelayFailure {
        try {
            Connection connection = dataSource.getConnection();
            boolean leads = false;
            try {
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, (int) NETWORK_TIMEOUT.toMillis());
                leads = isTaken(connection);
            } finally {
                if (!leads) {
                    connection.close();
                }
            }
            return leads ? Optional.of(new Session(connection)) : Optional.empty();
        } catch (SQLException e) {
            throw new RelayFailure("The database did not say who leads", e);
        }
    }

    private static boolean isTaken(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return rs.next() && rs.getBoolean(1);
        }
    }

    /** On the connection whose session holds the lock. */
    private static final class Session implements Lead {

        private final Connection connection;
        private long read;

        Session(Connection connection) {
            this.connection = connection;
        }

        @Override
        public List<Outgoing> next(int limit) throws RelayFailure {
            try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
                statement.setInt(1, limit);
                List<Outgoing> events = new ArrayList<>();
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

        private static Outgoing outgoing(ChangeEvent event) {
            byte[] key = HexFormat.of().formatHex(event.subject()).getBytes(StandardCharsets.US_ASCII);
            return new Outgoing(event.changedAt(), key, event.json());
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

        @Override
        public boolean isLeading() {
            try {
                return connection.isValid(2);
            } catch (SQLException e) {
                return false;
            }
        }

        /** A session that still holds the lock must not return to the pool. */
        @Override
        public void close() {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
                connection.close();
            } catch (SQLException e) {
                abort();
            }
        }

        private void abort() {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                // The connection is broken already, and the server ends its session.
                return;
            }
        }
    }
}
