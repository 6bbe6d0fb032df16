package vn.dancu.bus.catalogue.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list as comma-separated text (RFC 4180, one record a line, UTF-8) with a header. What is wrong with one is an {@link
 * IllegalArgumentException} that names file and line.
 */
public final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;

    private CsvFile(String name) {
        this.name = name;
    }

    /** The lines of a list that comes with the bus. */
    public static List<CsvLine> published(String name) {
        try (InputStream bytes = CsvFile.class.getResourceAsStream("/catalogues/" + name)) {
            if (bytes == null) {
                throw new IllegalStateException("The class path has no catalogues/" + name);
            }
            return new CsvFile(name)
                    .parse(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file that somebody supplied; it must have these columns and may have more. */
    public static List<CsvLine> supplied(Path file, List<String> columns) {
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new CsvFile(file.toString()).parse(text, columns);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": is not UTF-8", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read", e);
        }
    }

    private List<CsvLine> parse(BufferedReader text, List<String> columns) throws IOException {
        List<CsvLine> lines = new ArrayList<>();
        List<String> header = List.of();
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (header.isEmpty()) {
                header = header(line, number, columns);
            } else {
                lines.add(line(header, line, number));
            }
        }
        if (header.isEmpty()) {
            throw new IllegalArgumentException(name + ": has no header");
        }
        return lines;
    }

    private List<String> header(String line, int number, List<String> columns) {
        String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        List<String> header = cells(text, number);
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new IllegalArgumentException(at(number) + "the header has no column " + column);
            }
        }
        return header;
    }

    private CsvLine line(List<String> header, String line, int number) {
        List<String> cells = cells(line, number);
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(
                    at(number) + "has " + cells.size() + " columns, its header " + header.size());
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), cells.get(i));
        }
        return new CsvLine(name, number, Map.copyOf(values));
    }

    private List<String> cells(String line, int number) {
        if (line.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw new IllegalArgumentException(at(number) + "a quotation mark is not closed");
        }
        return split(line);
    }

    private String at(int number) {
        return name + ":" + number + ": ";
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
}
