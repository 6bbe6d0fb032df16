package vn.dancu.bus.catalogue.csv;

import java.util.Map;

/**
 * One line by the names of its header.
 *
 * @param file whose line it is, as a person would look for it
 * @param number the first line of the file is 1
 */
public record CsvLine(String file, int number, Map<String, String> values) {

    /** The value of a column; an absent column is empty text. */
    public String get(String column) {
        return values.getOrDefault(column, "");
    }

    /** What is wrong with this line, with file and line in front. */
    public IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(file + ":" + number + ": " + what);
    }
}
