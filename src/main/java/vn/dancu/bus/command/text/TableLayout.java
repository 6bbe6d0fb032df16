package vn.dancu.bus.command.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns within a width. Headings and texts are broken between words; what no break helps (event ids, hashes) is shown whole,
 * each on a line of its own below its row.
 */
final class TableLayout {

    /** What every terminal and every e-mail shows without breaking lines. */
    static final int WIDTH = 100;

    private static final String GAP = "  ";

    /** A column with longer words goes below the row when the table is too wide. */
    private static final int LONG_WORD = 30;

    private final List<String> names;
    private final List<List<String>> rows;
    private final int width;
    private final List<Integer> below;
    private final List<Integer> columns;

    private TableLayout(List<String> names, List<List<String>> rows, int width) {
        this.names = names;
        this.rows = rows;
        this.width = width;
        List<Integer> all = IntStream.range(0, names.size()).boxed().toList();
        boolean fits = total(all.stream().mapToInt(this::least).toArray()) <= width;
        this.below = fits
                ? List.of()
                : all.stream().filter(column -> longestWord(column) > LONG_WORD).toList();
        this.columns = all.stream().filter(column -> !below.contains(column)).toList();
    }

    /** The lines of a table, its headings first. */
    static List<String> of(List<String> names, List<List<String>> rows, int width) {
        return new TableLayout(names, rows, width).lines();
    }

    private List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        if (!columns.isEmpty()) {
            lines.addAll(row(names, widths));
        }
        for (List<String> row : rows) {
            lines.addAll(row(row, widths));
            for (int column : below) {
                if (!row.get(column).isEmpty()) {
                    lines.add(GAP + GAP + names.get(column) + ": " + row.get(column));
                }
            }
        }
        return lines;
    }

    /**
     * Every column as wide as its longest cell and its heading; where that is too much, headings are broken first, then the
     * widest column is narrowed until the table fits or no word can be broken.
     */
    private int[] widths() {
        int[] least = columns.stream().mapToInt(this::least).toArray();
        int[] cells = columns.stream()
                .mapToInt(column -> Math.max(longest(column), least(column)))
                .toArray();
        int[] widths = columns.stream()
                .mapToInt(column -> Math.max(longest(column), length(names.get(column))))
                .toArray();
        while (total(widths) > width) {
            int heading = mostAbove(cells, widths);
            int column = heading >= 0 ? heading : widestAbove(least, widths);
            if (column < 0) {
                break;
            }
            widths[column]--;
        }
        return widths;
    }

    /** The column that is the farthest above its bound; -1 where none is above. */
    private static int mostAbove(int[] bounds, int[] widths) {
        int most = -1;
        for (int i = 0; i < widths.length; i++) {
            int above = widths[i] - bounds[i];
            if (above > 0 && (most < 0 || above > widths[most] - bounds[most])) {
                most = i;
            }
        }
        return most;
    }

    private static int widestAbove(int[] bounds, int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > bounds[i] && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).sum() + GAP.length() * Math.max(0, widths.length - 1);
    }

    private int least(int column) {
        return Math.max(longestWord(column), longestWord(names.get(column)));
    }

    private int longest(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private int longestWord(int column) {
        return rows.stream().mapToInt(row -> longestWord(row.get(column))).max().orElse(0);
    }

    private static int longestWord(String text) {
        return Arrays.stream(text.split(" "))
                .mapToInt(TableLayout::length)
                .max()
                .orElse(0);
    }

    private List<String> row(List<String> values, int[] widths) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(wrapped(values.get(columns.get(i)), widths[i]));
        }
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>(Collections.nCopies(height, ""));
        for (int y = 0; y < height; y++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                List<String> cell = wrapped.get(i);
                line.append(pad(y < cell.size() ? cell.get(y) : "", widths[i])).append(GAP);
            }
            lines.set(y, line.toString().stripTrailing());
        }
        return lines;
    }

    /** The text in lines of that width, broken between words; a longer word stands alone. At least one line. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && length(line.toString()) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }
}
