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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Gets time-stamps for seals that have none, the newest first: each seal holds the hash of the previous one, so a stamp on
 * the newest covers all. Sealing never waits for the authority.
 */
final class JdbcTimeStampTask {

    private static final String UNSTAMPED =
            "select number, hash from audit.seal where time_stamp is null order by number desc limit 3";
    private static final String STORE =
            "update audit.seal set time_stamp = ?, stamped_at = ? where number = ? and time_stamp is null";

    private final DataSource dataSource;
    private final TimeStampClient authority;
    private final Clock clock;

    JdbcTimeStampTask(DataSource dataSource, TimeStampClient authority, Clock clock) {
        this.dataSource = dataSource;
        this.authority = authority;
        this.clock = clock;
    }

    int run() throws SQLException, IOException {
        Map<Long, String> seals = unstamped();
        for (Map.Entry<Long, String> seal : seals.entrySet()) {
            byte[] token = authority.ask(seal.getValue());
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(STORE)) {
                statement.setBytes(1, token);
                statement.setObject(2, Instant.now(clock).atOffset(ZoneOffset.UTC));
                statement.setLong(3, seal.getKey());
                statement.executeUpdate();
            }
        }
        return seals.size();
    }

    private Map<Long, String> unstamped() throws SQLException {
        Map<Long, String> seals = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(UNSTAMPED)) {
            while (rs.next()) {
                seals.put(rs.getLong(1), HexFormat.of().formatHex(rs.getBytes(2)));
            }
        }
        return seals;
    }
}
