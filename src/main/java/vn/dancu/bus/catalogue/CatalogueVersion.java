package vn.dancu.bus.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of one code of a list that comes from elsewhere.
 *
 * @param scheme whose code it is
 * @param values by the codes of the properties, {@code Ma} and {@code Ten} among them
 * @param from the first day on which it means that; null when that is not known
 * @param to the last day; null while it is valid
 */
public record CatalogueVersion(
        String scheme, Map<String, String> values, @Nullable LocalDate from, @Nullable LocalDate to) {

    public CatalogueVersion {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
