package vn.dancu.bus.enrichment.file;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.SourceColumn;

/**
 * A form of file in which a source delivers.
 *
 * @param name by which a manifest names the form
 * @param encoding of the text; null where each delivery must declare it, and of XLSX, which has none to declare
 * @param dates in which forms dates are written
 * @param columns those of the source, in its order
 */
public record FileProfile(
        String name,
        FileFormat format,
        @Nullable TextEncoding encoding,
        Layout layout,
        Set<DateForm> dates,
        List<SourceColumn> columns) {

    /**
     * Where the values stand.
     *
     * @param delimiter between the values of CSV
     * @param headerLine the line of the titles in CSV, the row in XLSX, from 1
     * @param order names of the columns in the order of the file, where it has no titles; empty where they say which column is which
     * @param recordElement local name of the element of a record in XML; null for other formats
     */
    public record Layout(char delimiter, int headerLine, List<String> order, @Nullable String recordElement) {

        public Layout {
            order = List.copyOf(order);
        }
    }

    public FileProfile {
        dates = Set.copyOf(dates);
        columns = List.copyOf(columns);
    }

    /** The same form, of a delivery that declares its encoding. */
    public FileProfile declared(TextEncoding encoding) {
        return new FileProfile(name, format, encoding, layout, dates, columns);
    }
}
