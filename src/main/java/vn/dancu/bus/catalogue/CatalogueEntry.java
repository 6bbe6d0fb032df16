package vn.dancu.bus.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogue.Property;

/** One version of one code: its values, and the period in which it means that. */
record CatalogueEntry(Map<String, String> values, Period period) {

    /**
     * Days on which a code is valid, both included.
     *
     * @param scheme whose code it is
     * @param from null when the beginning is not known
     * @param to null while it is valid
     */
    record Period(String scheme, @Nullable LocalDate from, @Nullable LocalDate to) {

        boolean contains(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    static CatalogueEntry of(Period period, Map<Property, String> values) {
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach((property, value) -> put(all, property, value));
        put(all, Columns.SCHEME, period.scheme());
        put(all, Columns.VALID_FROM, period.from());
        put(all, Columns.VALID_TO, period.to());
        return new CatalogueEntry(Collections.unmodifiableMap(all), period);
    }

    /** The record for the properties of its list, in their order. */
    Map<String, String> under(List<Property> properties) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Property property : properties) {
            put(ordered, property, values.get(property.code()));
        }
        return Collections.unmodifiableMap(ordered);
    }

    private static void put(Map<String, String> values, Property property, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            values.put(property.code(), value.toString());
        }
    }
}
