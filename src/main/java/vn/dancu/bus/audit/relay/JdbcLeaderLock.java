package vn.dancu.bus.audit.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** The lock by which one of all instances leads a relay; PostgreSQL frees it when the leader's session ends. */
final class JdbcLeaderLock implements RelaySource {

    private static final Duration NETWORK_TIMEOUT = Duration.ofSeconds(30);

    private final DataSource dataSource;
    private final long number;
    private final JdbcRelayReading reading;

    JdbcLeaderLock(DataSource dataSource, long number, JdbcRelayReading reading) {
        this.dataSource = dataSource;
        this.number = number;
        this.reading = reading;
    }

    /** @throws RelayFailure also where another instance leads, when the position cannot be that of this database */
    @Override
    public Optional<Lead> lead() throws RelayFailure {
        try {
            return leadOn(dataSource.getConnection());
        } catch (SQLException e) {
            throw new RelayFailure("The database did not say who leads", e);
        }
    }

    private Optional<Lead> leadOn(Connection connection) throws SQLException, RelayFailure {
        boolean leads = false;
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, (int) NETWORK_TIMEOUT.toMillis());
            Lead lead = new JdbcLead(connection, reading.on(connection));
            leads = take(connection);
            return leads ? Optional.of(lead) : Optional.empty();
        } finally {
            if (!leads) {
                connection.close();
            }
        }
    }

    private boolean take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rs = statement.executeQuery("select pg_try_advisory_lock(" + number + ")")) {
                if (!rs.next() || !rs.getBoolean(1)) {
                    return false;
                }
            }
            // A position may be lost in a crash: events that are sent again carry the same ids.
            statement.execute("set synchronous_commit = off");
            return true;
        }
    }
}
