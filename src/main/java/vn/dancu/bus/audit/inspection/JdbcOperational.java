package vn.dancu.bus.audit.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the view {@code audit.operational}, whose columns are named as the fields are. */
final class JdbcOperational {

    private static final String QUERY = "select "
            + Arrays.stream(OperationalField.values())
                    .map(JdbcOperational::column)
                    .collect(Collectors.joining(", "))
            + " from audit.operational where client_subsystem_code = ? and occurred_at >= ? and occurred_at < ?"
            + " order by occurred_at, event_id";

    private final JdbcTemplate jdbc;
    private final TransactionOperations reading;

    JdbcOperational(JdbcTemplate jdbc, TransactionOperations reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    void write(OperationalPeriod period, OperationalSink sink) {
        reading.executeWithoutResult(status -> jdbc.query(
                QUERY,
                rs -> {
                    sink.record(values(rs));
                },
                period.partner().value(),
                period.from().atOffset(ZoneOffset.UTC),
                period.until().atOffset(ZoneOffset.UTC)));
    }

    static String column(OperationalField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static Map<OperationalField, Object> values(ResultSet rs) throws SQLException {
        Map<OperationalField, Object> values = new EnumMap<>(OperationalField.class);
        for (OperationalField field : OperationalField.values()) {
            Object value = rs.getObject(field.ordinal() + 1);
            if (value instanceof Number number) {
                values.put(field, number.longValue());
            } else if (value instanceof Boolean) {
                values.put(field, value);
            } else if (value != null) {
                values.put(field, value.toString());
            }
        }
        return values;
    }
}
