package vn.dancu.bus.audit.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.report.OperationalField;
import vn.dancu.bus.audit.inspection.report.OperationalPeriod;
import vn.dancu.bus.audit.inspection.report.OperationalSink;

/** Reads operational records from the view {@code audit.operational}; its columns have the names of the fields. */
final class JdbcOperationalRecords {

    private static final String QUERY = "select "
            + Arrays.stream(OperationalField.values())
                    .map(JdbcOperationalRecords::column)
                    .collect(Collectors.joining(", "))
            + " from audit.operational where client_subsystem_code = ? and occurred_at >= ? and occurred_at < ?"
            + " order by occurred_at, event_id";

    private static final List<OperationalField> SERVICE_ID = List.of(
            OperationalField.SERVICE_XROAD_INSTANCE,
            OperationalField.SERVICE_MEMBER_CLASS,
            OperationalField.SERVICE_MEMBER_CODE,
            OperationalField.SERVICE_SUBSYSTEM_CODE);

    private final JdbcSnapshotReader reading;
    private final Map<OperationalField, Object> service = new EnumMap<>(OperationalField.class);

    /**
     * @param serviceId the bus itself, {@code instance:class:member:subsystem}; null leaves it out
     */
    JdbcOperationalRecords(JdbcSnapshotReader reading, @Nullable String serviceId) {
        this.reading = reading;
        String[] parts = serviceId == null ? new String[0] : serviceId.split(":", SERVICE_ID.size());
        for (int i = 0; i < parts.length; i++) {
            service.put(SERVICE_ID.get(i), parts[i]);
        }
    }

    void write(OperationalPeriod period, OperationalSink sink) {
        reading.read(jdbc -> {
            jdbc.query(
                    QUERY,
                    rs -> {
                        sink.record(values(rs));
                    },
                    period.partner().value(),
                    period.from().atOffset(ZoneOffset.UTC),
                    period.until().atOffset(ZoneOffset.UTC));
            return true;
        });
    }

    static String column(OperationalField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private Map<OperationalField, Object> values(ResultSet rs) throws SQLException {
        Map<OperationalField, Object> values = new EnumMap<>(OperationalField.class);
        values.putAll(service);
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
