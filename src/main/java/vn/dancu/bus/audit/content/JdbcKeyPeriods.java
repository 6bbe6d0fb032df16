package vn.dancu.bus.audit.content;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** The keys of the periods, sealed; on connections of its own, so that no rollback of a caller takes a key back. */
final class JdbcKeyPeriods {

    private static final String MAKE =
            """
            insert into audit.key_period (number, since, until, sealed, made_at) values (?, ?, ?, ?, ?)
            on conflict (number) do nothing
            """;

    private final DataSource dataSource;
    private final Clock clock;

    JdbcKeyPeriods(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Empty when there is no such period, or when its key was destroyed. */
    Optional<byte[]> find(int number) {
        try (Connection connection = dataSource.getConnection()) {
            return find(connection, number);
        } catch (SQLException e) {
            throw new IllegalStateException("The key of a period could not be read", e);
        }
    }

    /** Of several instances that make the key at once one wins, and all get its key. Empty when it was destroyed. */
    Optional<byte[]> findOrMake(int number, Instant since, Instant until, byte[] sealed) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(MAKE)) {
            statement.setInt(1, number);
            statement.setObject(2, since.atOffset(ZoneOffset.UTC));
            statement.setObject(3, until.atOffset(ZoneOffset.UTC));
            statement.setBytes(4, sealed);
            statement.setObject(5, Instant.now(clock).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
            return find(connection, number);
        } catch (SQLException e) {
            throw new IllegalStateException("The key of a period could not be made", e);
        }
    }

    private static Optional<byte[]> find(Connection connection, int number) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select sealed from audit.key_period where number = ?")) {
            statement.setInt(1, number);
            try (ResultSet rs = statement.executeQuery()) {
                return rs.next() ? Optional.ofNullable(rs.getBytes(1)) : Optional.empty();
            }
        }
    }
}
