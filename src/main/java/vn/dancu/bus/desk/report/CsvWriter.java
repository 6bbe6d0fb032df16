package vn.dancu.bus.desk.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of RFC 4180 in UTF-8: for people, who open them in a spreadsheet, with a byte order mark first and an apostrophe
 * before texts that would be read as formulas; for programs every value as it is, and no mark.
 */
final class CsvWriter {

    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer out;
    private final boolean people;

    private CsvWriter(OutputStream out, boolean people) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.people = people;
    }

    static CsvWriter forPeople(OutputStream out) {
        CsvWriter rows = new CsvWriter(out, true);
        // Excel recognises UTF-8 by this mark.
        rows.write("\uFEFF");
        return rows;
    }

    static CsvWriter forPrograms(OutputStream out) {
        return new CsvWriter(out, false);
    }

    /** Writes a row; null is an empty cell. */
    void row(List<? extends @Nullable Object> values) {
        StringJoiner line = new StringJoiner(",", "", "\r\n");
        for (Object value : values) {
            line.add(cell(value));
        }
        write(line.toString());
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = people && value instanceof String given ? harmless(given) : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String harmless(String text) {
        String visible = VisibleText.of(text);
        String start = visible.stripLeading();
        return !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0 ? "'" + visible : visible;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
