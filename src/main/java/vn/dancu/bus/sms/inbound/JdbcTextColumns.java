package vn.dancu.bus.sms.inbound;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as arrays of one statement. */
final class JdbcTextColumns {

    static <T> Array of(Connection connection, String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    /** The driver takes octets in no other array. */
    static <T> Array octets(Connection connection, List<T> rows, Function<T, byte @Nullable []> value)
            throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    private JdbcTextColumns() {}
}
