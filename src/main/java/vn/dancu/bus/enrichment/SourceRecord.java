package vn.dancu.bus.enrichment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as the source wrote it.
 *
 * @param line where it begins: the line of CSV and JSON lines, the row of a sheet, the number of the record in XML; from 1, and of no
 *     other record of the file
 * @param values in the order of {@link EnrichmentSource#columns()}; null where the file has no value. The list is not copied
 * @param flaw why the record cannot be read as one, such as too few columns; null when it can
 */
public record SourceRecord(long line, List<@Nullable String> values, @Nullable RefusalReason flaw) {

    public SourceRecord(long line, List<@Nullable String> values) {
        this(line, values, null);
    }

    @Override
    public String toString() {
        return "SourceRecord[masked]";
    }
}
