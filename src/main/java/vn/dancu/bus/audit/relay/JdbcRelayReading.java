package vn.dancu.bus.audit.relay;

import java.sql.Connection;
import javax.sql.DataSource;

/** Begins to read at the position that is kept, on the connection whose session holds the leader's lock. */
@FunctionalInterface
public interface JdbcRelayReading {

    RelaySource.Unsent on(Connection connection) throws RelayFailure;

    /**
     * Where one of all instances leads by a lock of the database, which PostgreSQL frees when the session of the leader ends.
     *
     * @param lock a number that no other room takes
     */
    static RelaySource locked(DataSource dataSource, long lock, JdbcRelayReading reading) {
        return new JdbcLeaderLock(dataSource, lock, reading);
    }
}
