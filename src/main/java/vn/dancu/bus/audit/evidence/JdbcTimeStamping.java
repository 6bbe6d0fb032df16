package vn.dancu.bus.audit.evidence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Gets time-stamps for seals that have none, the newest first: since each seal holds the hash of the one before, a stamp
 * on the newest covers all. Sealing never waits for it.
 */
final class JdbcTimeStamping implements JdbcRounds.Work {

    private static final String WITHOUT =
            "select number, hash from audit.seal where time_stamp is null order by number desc limit 3";
    private static final String KEEP =
            "update audit.seal set time_stamp = ?, stamped_at = ? where number = ? and time_stamp is null";

    private final DataSource dataSource;
    private final TimeStamps authority;
    private final Clock clock;

    JdbcTimeStamping(DataSource dataSource, TimeStamps authority, Clock clock) {
        this.dataSource = dataSource;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public void round() throws SQLException, IOException {
        for (Map.Entry<Long, String> seal : without().entrySet()) {
            byte[] token = authority.ask(seal.getValue());
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(KEEP)) {
                statement.setBytes(1, token);
                statement.setObject(2, Instant.now(clock).atOffset(ZoneOffset.UTC));
                statement.setLong(3, seal.getKey());
                statement.executeUpdate();
            }
        }
    }

    private Map<Long, String> without() throws SQLException {
        Map<Long, String> seals = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(WITHOUT)) {
            while (rs.next()) {
                seals.put(rs.getLong(1), Hashes.hex(rs.getBytes(2)));
            }
        }
        return seals;
    }
}
