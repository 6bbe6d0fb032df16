package vn.dancu.bus.enrichment.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.SourceColumn;
import vn.dancu.bus.kernel.name.NameNormalizer;

/** Which column of a file is which of the source: by titles, whatever their case, spaces, line breaks and Unicode form. */
final class ColumnOrder {

    static final int IGNORED = -1;

    private static final int KEPT_TITLES = 1000;
    private static final Pattern REQUIRED_MARK = Pattern.compile("[\\s*()]+$");
    private static final Map<Character, String> DELIMITERS =
            Map.of(',', "comma", ';', "semicolon", '\t', "tab", '|', "vertical bar");

    private final List<SourceColumn> columns;
    private final Map<String, Integer> byTitle = new HashMap<>();
    private final Map<String, Integer> asWritten = new HashMap<>();
    private @Nullable String[] header = {};

    ColumnOrder(List<SourceColumn> columns) {
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            byTitle.putIfAbsent(folded(columns.get(i).name()), i);
            for (String title : columns.get(i).titles()) {
                byTitle.putIfAbsent(folded(title), i);
            }
        }
    }

    /** How many columns the source has. */
    int size() {
        return columns.size();
    }

    /** The place of the column in the source; {@link #IGNORED} for a column that it does not have. */
    int placeOf(String title) {
        Integer known = asWritten.get(title);
        if (known == null) {
            known = byTitle.getOrDefault(folded(title), IGNORED);
            if (asWritten.size() < KEPT_TITLES) {
                asWritten.put(title, known);
            }
        }
        return known;
    }

    /** The places of columns that stand in a declared order. */
    int[] declared(List<String> order) {
        return order.stream().mapToInt(this::placeOf).toArray();
    }

    /**
     * The places of the columns of a header.
     *
     * @param line of the header, for the fault
     * @throws FileFaultException when it is no header of the source, lacks a column or has one twice
     */
    int[] ofHeader(List<String> titles, long line, @Nullable Character delimiter) {
        int[] places = titles.stream().mapToInt(this::placeOf).toArray();
        requireHeader(titles, places, line, delimiter);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < places.length; i++) {
            String title = folded(titles.get(i));
            String name = places[i] == IGNORED ? title : columns.get(places[i]).name();
            if (!title.isEmpty() && !seen.add(name)) {
                throw new FileFaultException(
                        FileFault.COLUMN_DOUBLED, line, places[i] == IGNORED ? String.valueOf(i + 1) : name);
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).required() && !seen.contains(columns.get(i).name())) {
                throw new FileFaultException(
                        FileFault.COLUMN_MISSING, line, columns.get(i).name());
            }
        }
        header = new String[columns.size()];
        for (int i = 0; i < places.length; i++) {
            if (places[i] != IGNORED) {
                header[places[i]] = titles.get(i);
            }
        }
        return places;
    }

    /** Whether the values are the titles of {@link #ofHeader} once more, as where files were joined. */
    boolean isHeader(@Nullable String[] values) {
        for (int i = 0; i < header.length; i++) {
            if (header[i] != null && !header[i].equals(values[i])) {
                return false;
            }
        }
        return header.length > 0;
    }

    private void requireHeader(List<String> titles, int[] places, long line, @Nullable Character delimiter) {
        for (int place : places) {
            if (place != IGNORED) {
                return;
            }
        }
        Optional<Character> other = delimiter == null
                ? Optional.empty()
                : DELIMITERS.keySet().stream()
                        .filter(sign -> !sign.equals(delimiter))
                        .filter(sign -> separates(String.join(delimiter.toString(), titles), sign))
                        .findFirst();
        if (other.isPresent()) {
            throw new FileFaultException(
                    FileFault.DELIMITER_WRONG, line, Objects.requireNonNull(DELIMITERS.get(other.get())));
        }
        throw new FileFaultException(FileFault.HEADER_MISSING, line, "");
    }

    /** Whether that sign makes titles of the line. */
    private boolean separates(String line, char sign) {
        for (String title : line.split(Pattern.quote(String.valueOf(sign)), -1)) {
            if (placeOf(title.replace("\"", "")) != IGNORED) {
                return true;
            }
        }
        return false;
    }

    private static String folded(String title) {
        return REQUIRED_MARK
                .matcher(NameNormalizer.clean(title))
                .replaceAll("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
