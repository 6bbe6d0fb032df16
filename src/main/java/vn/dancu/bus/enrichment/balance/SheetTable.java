package vn.dancu.bus.enrichment.balance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The text of a sheet, taken apart by the names of its columns, so that a later version may have more outcomes.
 *
 * @param head by name
 */
record SheetTable(Map<String, String> head, List<Row> chunks, Row total) {

    private static final Set<String> PLACES = Set.of("first", "last");
    private static final Set<String> NO_OUTCOMES = Set.of("first", "last", "in", "by_replaced");

    /** A line. */
    record Row(String name, Map<String, Long> numbers, String sha256) {

        long of(String column) {
            return numbers.getOrDefault(column, 0L);
        }

        /** The sum of all outcomes. */
        long outcomes() {
            return numbers.entrySet().stream()
                    .filter(entry -> !NO_OUTCOMES.contains(entry.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /** Whether a column says where the records stand, so that it has no sum. */
    static boolean isPlace(String column) {
        return PLACES.contains(column);
    }

    /** @throws IllegalArgumentException where the text is no sheet */
    static SheetTable read(String text) {
        String[] lines = text.split("\n");
        if (!lines[0].equals(JobSheetText.FORMAT)) {
            throw new IllegalArgumentException("No sheet of enrichment");
        }
        Map<String, String> head = new LinkedHashMap<>();
        int at = 1;
        while (at < lines.length && lines[at].contains(": ")) {
            String[] parts = lines[at++].split(": ", 2);
            head.put(parts[0], parts[1]);
        }
        if (at + 2 > lines.length) {
            throw new IllegalArgumentException("A sheet has columns and a total");
        }
        String[] columns = lines[at++].split(" ");
        List<Row> rows = new ArrayList<>();
        while (at < lines.length) {
            rows.add(row(columns, lines[at++].split(" ")));
        }
        Row total = rows.remove(rows.size() - 1);
        if (!total.name().equals(JobSheetText.TOTAL)) {
            throw new IllegalArgumentException("A sheet ends with the total");
        }
        return new SheetTable(head, rows, total);
    }

    private static Row row(String[] columns, String[] values) {
        if (values.length != columns.length || columns.length < 3) {
            throw new IllegalArgumentException("A line has a value in each column");
        }
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (int i = 1; i < columns.length - 1; i++) {
            numbers.put(columns[i], Long.parseLong(values[i]));
        }
        return new Row(values[0], numbers, values[columns.length - 1]);
    }
}
