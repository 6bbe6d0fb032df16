package vn.dancu.bus.enrichment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as the source wrote it.
 *
 * @param line where it begins in the file, the first line or record is 1
 * @param values in the order of {@link EnrichmentSource#columns()}; null where the file has no value. The list is not copied
 * @param flaw why the record cannot be read as one, such as too few columns; null when it can
 */
public record SourceRecord(
        long line, List<@Nullable String> values, @Nullable RefusalReason flaw) {

    public SourceRecord(long line, List<@Nullable String> values) {
        this(line, values, null);
    }

    @Override
    public String toString() {
        return "SourceRecord[masked]";
    }
}
