package vn.dancu.bus.desk.report;

import java.util.EnumMap;
import java.util.Map;
import vn.dancu.bus.audit.inspection.report.ReportTable;

/** Titles of the tables and columns of a report, Vietnamese first. */
final class ReportHeadings {

    private static final Map<ReportTable, String> TABLES = new EnumMap<>(Map.of(
            ReportTable.RESULTS, "Kết quả - Results",
            ReportTable.FIELDS, "Trường đã cung cấp - Fields",
            ReportTable.OFFICERS, "Cán bộ - Officers",
            ReportTable.QUOTA, "Vượt hạn mức - Quota"));

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("table", "Bảng / Table"),
            Map.entry("day", "Ngày / Day"),
            Map.entry("service", "Dịch vụ / Service"),
            Map.entry("result", "Kết quả / Result"),
            Map.entry("field", "Trường / Field"),
            Map.entry("officer", "Cán bộ / Officer"),
            Map.entry("count", "Số lượt / Count"),
            Map.entry("answers", "Số trả lời / Answers"),
            Map.entry("refusals", "Số từ chối / Refusals"),
            Map.entry("firstDay", "Ngày đầu / First day"),
            Map.entry("lastDay", "Ngày cuối / Last day"));

    /** The name of the last row, which shows that the file is complete. */
    static final String END = "Hết - End";

    /** At most 31 characters, as a sheet's name may have. */
    static String of(ReportTable table) {
        return TABLES.getOrDefault(table, table.name());
    }

    static String of(String column) {
        return COLUMNS.getOrDefault(column, column);
    }

    private ReportHeadings() {}
}
