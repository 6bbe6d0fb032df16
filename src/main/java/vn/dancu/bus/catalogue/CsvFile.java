package vn.dancu.bus.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of the class path as comma-separated text (RFC 4180, one record a line) with a header. */
final class CsvFile {

    /** One line by the names of the header; an absent column is empty text. */
    record Line(Map<String, String> values) {

        String get(String column) {
            return values.getOrDefault(column, "");
        }
    }

    static List<Line> read(String name) {
        try (InputStream bytes = CsvFile.class.getResourceAsStream("/catalogues/" + name)) {
            if (bytes == null) {
                throw new IllegalStateException("The class path has no catalogues/" + name);
            }
            return parse(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> parse(BufferedReader text) {
        List<List<String>> lines =
                text.lines().filter(line -> !line.isBlank()).map(CsvFile::split).toList();
        List<String> header = lines.get(0);
        return lines.stream().skip(1).map(cells -> line(header, cells)).toList();
    }

    private static Line line(List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalStateException("A catalogue line has another number of columns than its header");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), cells.get(i));
        }
        return new Line(values);
    }

    static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private CsvFile() {}
}
