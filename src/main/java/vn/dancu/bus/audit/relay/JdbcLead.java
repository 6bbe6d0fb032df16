package vn.dancu.bus.audit.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The leader's work on the connection whose session holds the lock: when it ends, the leader can neither read nor move the position. */
final class JdbcLead implements RelaySource.Lead {

    private final Connection connection;
    private final RelaySource.Unsent unsent;

    JdbcLead(Connection connection, RelaySource.Unsent unsent) {
        this.connection = connection;
        this.unsent = unsent;
    }

    @Override
    public List<RelaySource.Outgoing> next(int limit) throws RelayFailure {
        return unsent.next(limit);
    }

    @Override
    public void acknowledged() throws RelayFailure {
        unsent.acknowledged();
    }

    @Override
    public boolean isLeading() {
        try {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset synchronous_commit");
            statement.execute("select pg_advisory_unlock_all()");
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
}
