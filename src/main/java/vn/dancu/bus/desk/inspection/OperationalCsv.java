package vn.dancu.bus.desk.inspection;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.OperationalField;

/** Operational records as CSV, a column for each field; the last row holds the count of the others. */
final class OperationalCsv implements OperationalFile {

    private final CsvRows rows;
    private long written;

    OperationalCsv(OutputStream out) {
        rows = new CsvRows(out);
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
        rows.row(List.of("# records", written));
    }

    @Override
    public void close() {
        rows.flush();
    }
}
