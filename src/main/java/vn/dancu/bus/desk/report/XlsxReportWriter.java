package vn.dancu.bus.desk.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.report.ReportTable;

/** Writes a report as a workbook, a sheet for each table. Cells of type text are never read as formulas. */
final class XlsxReportWriter implements ReportWriter {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int COLUMN_WIDTH = 26;

    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int next;

    XlsxReportWriter(OutputStream out) {
        workbook = new Workbook(out, "DanCu Bus", "1.0");
    }

    @Override
    public void begin(ReportTable table) {
        endSheet();
        Worksheet fresh = workbook.newWorksheet(ReportHeadings.of(table));
        for (int i = 0; i < table.columns().size(); i++) {
            fresh.width(i, COLUMN_WIDTH);
            fresh.value(0, i, ReportHeadings.of(table.columns().get(i)));
            fresh.style(0, i).bold().set();
        }
        fresh.freezePane(0, 1);
        sheet = fresh;
        next = 1;
    }

    @Override
    public void row(List<@Nullable Object> values) {
        Worksheet open = open();
        for (int i = 0; i < values.size(); i++) {
            cell(open, i, values.get(i));
        }
        next++;
        if (next % ROWS_IN_MEMORY == 0) {
            written(open::flush);
        }
    }

    /** Without this end a workbook cannot be opened. */
    @Override
    public void finish() {
        endSheet();
        written(workbook::finish);
    }

    @Override
    public void close() {
        sheet = null;
    }

    private void cell(Worksheet open, int column, @Nullable Object value) {
        if (value instanceof LocalDate day) {
            open.value(next, column, day);
            open.style(next, column).format("dd/mm/yyyy").set();
        } else if (value instanceof Number number) {
            open.value(next, column, number);
        } else if (value != null) {
            open.value(next, column, VisibleText.of(value.toString()));
        }
    }

    private Worksheet open() {
        Worksheet open = sheet;
        if (open == null) {
            throw new IllegalStateException("A row was written before its table was begun");
        }
        return open;
    }

    private void endSheet() {
        Worksheet open = sheet;
        if (open != null) {
            written(open::finish);
        }
        sheet = null;
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static void written(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
