package vn.dancu.bus.desk.inspection;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.ReportTable;

/** All tables of a report in one: the first column names the table, and each fills the columns that it has. */
final class CsvReport implements FinishedSink {

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

    private final CsvRows rows;
    private ReportTable table = ReportTable.RESULTS;
    private long written;

    CsvReport(OutputStream out) {
        rows = new CsvRows(out);
    }

    @Override
    public void begin(ReportTable next) {
        if (next == ReportTable.RESULTS) {
            rows.byteOrderMark();
            rows.row(COLUMNS.stream().map(Headings::of).toList());
        }
        table = next;
    }

    @Override
    public void row(List<@Nullable Object> values) {
        List<@Nullable Object> line = new ArrayList<>(Collections.nCopies(COLUMNS.size(), null));
        line.set(0, Headings.of(table));
        for (int i = 0; i < values.size(); i++) {
            line.set(COLUMNS.indexOf(table.columns().get(i)), values.get(i));
        }
        rows.row(line);
        written++;
    }

    @Override
    public void finish() {
        List<@Nullable Object> line = new ArrayList<>(Collections.nCopies(COLUMNS.size(), null));
        line.set(0, Headings.END);
        line.set(COLUMNS.indexOf("count"), written);
        rows.row(line);
    }

    @Override
    public void close() {
        rows.flush();
    }
}
