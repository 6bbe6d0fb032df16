package vn.dancu.bus.audit.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.report.ReportPeriod;
import vn.dancu.bus.audit.inspection.report.ReportSink;
import vn.dancu.bus.audit.inspection.report.ReportTable;

/** Counts a partner's questions in a period. The database counts; rows are passed on as they arrive. */
final class JdbcReport {

    private static final String OF_PERIOD =
            """
            from audit.event
            where partner = ? and occurred_at >= ? and occurred_at < ? and kind in ('ANSWER', 'REFUSAL')
            """;

    private static final String DAY = "(occurred_at at time zone 'Asia/Ho_Chi_Minh')::date";

    private static final Map<ReportTable, String> QUERIES = new EnumMap<>(Map.of(
            ReportTable.RESULTS,
            "select " + DAY + " as day, service, result, count(*) " + OF_PERIOD + " group by 1, 2, 3 order by 1, 2, 3",
            ReportTable.FIELDS,
            "select service, field, count(*) from (select service, jsonb_array_elements_text("
                    + "event::jsonb #> '{data,releasedFields}') as field " + OF_PERIOD
                    + " and kind = 'ANSWER') as released group by 1, 2 order by 1, 2",
            ReportTable.OFFICERS,
            "select officer, count(*) filter (where kind = 'ANSWER'), count(*) filter (where kind = 'REFUSAL'), min("
                    + DAY + "), max(" + DAY + ") " + OF_PERIOD + " group by 1 order by 1",
            ReportTable.QUOTA,
            "select " + DAY + ", service, count(*) " + OF_PERIOD
                    + " and result = 'quota_exceeded' group by 1, 2 order by 1, 2"));

    private final JdbcSnapshotReader reading;

    JdbcReport(JdbcSnapshotReader reading) {
        this.reading = reading;
    }

    /** Writes all tables from one snapshot of the trail. */
    void write(ReportPeriod period, ReportSink sink) {
        reading.read(jdbc -> {
            for (ReportTable table : ReportTable.values()) {
                sink.begin(table);
                jdbc.query(
                        QUERIES.get(table),
                        rs -> {
                            sink.row(values(rs));
                        },
                        period.partner().value(),
                        period.start().atOffset(ZoneOffset.UTC),
                        period.end().atOffset(ZoneOffset.UTC));
            }
            return true;
        });
    }

    private static List<@Nullable Object> values(ResultSet rs) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
            Object value = rs.getObject(i);
            values.add(value instanceof java.sql.Date ? rs.getObject(i, LocalDate.class) : value);
        }
        return values;
    }
}
