package vn.dancu.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the audit trail holds, so that a fast bus without its records is not mistaken for a fast bus. */
final class JdbcTrail {

    private static final String COUNT =
            """
            select count(*), count(*) filter (where (e.xid, e.seq) > (r.xid, r.seq))
            from audit.event e cross join audit.relay r""";

    private final String jdbcUrl;

    JdbcTrail(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /**
     * @param records durable now
     * @param behind of these, how many the relay has not yet brought to Kafka
     */
    record State(long records, long behind) {}

    State state() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            return new State(row.getLong(1), row.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be counted", e);
        }
    }
}
