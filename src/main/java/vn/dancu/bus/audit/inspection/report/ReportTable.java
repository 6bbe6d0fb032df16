package vn.dancu.bus.audit.inspection.report;

import java.util.List;

/** The tables of a report, in their order, with their columns. */
public enum ReportTable {
    /** Questions by day, service and result. */
    RESULTS("day", "service", "result", "count"),
    /** How often each field was released. */
    FIELDS("service", "field", "count"),
    /** Questions of each officer: answers and refusals. */
    OFFICERS("officer", "answers", "refusals", "firstDay", "lastDay"),
    /** Questions beyond the quota, by day and service. */
    QUOTA("day", "service", "count");

    private final List<String> columns;

    ReportTable(String... columns) {
        this.columns = List.of(columns);
    }

    public List<String> columns() {
        return columns;
    }
}
