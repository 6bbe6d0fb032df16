package vn.dancu.bus.desk.report;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.report.ReportTable;

/** Writes all tables of a report as one CSV table: the first column names the table, each fills its own columns. */
final class CsvReportWriter implements ReportWriter {

    private static final List<String> COLUMNS = List.of(
            "table",
            "day",
            "service",
            "result",
            "field",
            "officer",
            "count",
            "answers",
            "refusals",
            "firstDay",
            "lastDay");

    private final CsvWriter rows;
    private ReportTable table = ReportTable.RESULTS;
    private long written;

    CsvReportWriter(OutputStream out) {
        rows = CsvWriter.forPeople(out);
    }

    @Override
    public void begin(ReportTable next) {
        if (next == ReportTable.RESULTS) {
            rows.row(COLUMNS.stream().map(ReportHeadings::of).toList());
        }
        table = next;
    }

    @Override
    public void row(List<@Nullable Object> values) {
        List<@Nullable Object> line = new ArrayList<>(Collections.nCopies(COLUMNS.size(), null));
        line.set(0, ReportHeadings.of(table));
        for (int i = 0; i < values.size(); i++) {
            line.set(COLUMNS.indexOf(table.columns().get(i)), values.get(i));
        }
        rows.row(line);
        written++;
    }

    @Override
    public void finish() {
        List<@Nullable Object> line = new ArrayList<>(Collections.nCopies(COLUMNS.size(), null));
        line.set(0, ReportHeadings.END);
        line.set(COLUMNS.indexOf("count"), written);
        rows.row(line);
    }

    @Override
    public void close() {
        rows.flush();
    }
}
