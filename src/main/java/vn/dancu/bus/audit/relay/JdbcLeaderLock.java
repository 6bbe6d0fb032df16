package vn.dancu.bus.audit.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** The lock by which one of all instances leads the relay of audit events; PostgreSQL frees it when the leader's session ends. */
final class JdbcLeaderLock implements RelaySource {

    /** A number that no other room takes. */
    static final long NUMBER = 0x64616E6375_02L;

    private static final Duration NETWORK_TIMEOUT = Duration.ofSeconds(30);

    private final DataSource dataSource;

    JdbcLeaderLock(DataSource dataSource) {
        this.dataSource = dataSource;
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

    private static Optional<Lead> leadOn(Connection connection) throws SQLException, RelayFailure {
        boolean leads = false;
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, (int) NETWORK_TIMEOUT.toMillis());
            JdbcRelaySession session = new JdbcRelaySession(connection);
            leads = take(connection);
            return leads ? Optional.of(session) : Optional.empty();
        } finally {
            if (!leads) {
                connection.close();
            }
        }
    }

    private static boolean take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rs = statement.executeQuery("select pg_try_advisory_lock(" + NUMBER + ")")) {
                if (!rs.next() || !rs.getBoolean(1)) {
                    return false;
                }
            }
            statement.execute("set synchronous_commit = off");
            return true;
        }
    }
}
