package vn.dancu.bus.desk.report;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.report.OperationalField;

/**
 * Writes operational records as CSV for programs with a column for each field; the last row has {@code # records} and their number
 * in its first two columns, and the others empty.
 */
final class OperationalCsvWriter implements OperationalWriter {

    private final CsvWriter rows;
    private long written;

    OperationalCsvWriter(OutputStream out) {
        rows = CsvWriter.forPrograms(out);
        rows.row(Arrays.stream(OperationalField.values())
                .map(OperationalField::fieldName)
                .toList());
    }

    @Override
    public void record(Map<OperationalField, Object> values) {
        List<@Nullable Object> line = new ArrayList<>();
        for (OperationalField field : OperationalField.values()) {
            line.add(values.get(field));
        }
        rows.row(line);
        written++;
    }

    @Override
    public void finish() {
        List<@Nullable Object> line = new ArrayList<>(Collections.nCopies(OperationalField.values().length, null));
        line.set(0, "# records");
        line.set(1, written);
        rows.row(line);
    }

    @Override
    public void close() {
        rows.flush();
    }
}
