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
 * @param delimiter between the values of CSV
 * @param order names of the columns in the order of the file, where it has no header; empty where titles say which column is which
 * @param recordElement local name of the element of a record in XML; null for other formats
 * @param dates in which forms dates are written
 * @param columns those of the source, in its order
 */
public record FileProfile(
        String name,
        FileFormat format,
        @Nullable TextEncoding encoding,
        char delimiter,
        List<String> order,
        @Nullable String recordElement,
        Set<DateForm> dates,
        List<SourceColumn> columns) {

    public FileProfile {
        order = List.copyOf(order);
        dates = Set.copyOf(dates);
        columns = List.copyOf(columns);
    }

    /** The same form, of a delivery that declares its encoding. */
    public FileProfile declared(TextEncoding encoding) {
        return new FileProfile(name, format, encoding, delimiter, order, recordElement, dates, columns);
    }
}
