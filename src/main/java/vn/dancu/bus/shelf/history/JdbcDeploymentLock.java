package vn.dancu.bus.shelf.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An advisory lock of PostgreSQL on a connection of its own. */
final class JdbcDeploymentLock implements DeploymentLock {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcDeploymentLock.class);
    private static final String KEY = "hashtext('dancu.shelf.deployment')";

    private final DataSource dataSource;

    JdbcDeploymentLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Held> tryTake() {
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            connection.setAutoCommit(true);
            if (locked(connection)) {
                return Optional.of(new HeldConnection(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            close(connection);
            throw new IllegalStateException("PostgreSQL does not answer", e);
        }
    }

    /** The server, too, is to see within seconds that a machine is gone. */
    private static boolean locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set tcp_keepalives_idle = 5");
            statement.execute("set tcp_keepalives_interval = 2");
            statement.execute("set tcp_keepalives_count = 3");
            try (ResultSet taken = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
                return taken.next() && taken.getBoolean(1);
            }
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOGGER.atDebug().setCause(e).log("A connection could not be closed");
            }
        }
    }

    private record HeldConnection(Connection connection) implements Held {

        /** A connection that is not whole any more is not given back: the pool takes another. */
        @Override
        public void close() {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock(" + KEY + ")");
            } catch (SQLException e) {
                LOGGER.atWarn().setCause(e).log("The right to deploy was lost with its connection");
            } finally {
                JdbcDeploymentLock.close(connection);
            }
        }
    }
}
