package vn.dancu.bus.codebook.exchange;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of one code as the tables have it.
 *
 * @param id 0 as long as it is in no table
 * @param values by property, {@code Ma} and {@code Ten} among them
 */
record CodebookCode(
        long id,
        String code,
        String scheme,
        Map<String, String> values,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final String CODE = "Ma";
    static final String NAME = "Ten";

    CodebookCode {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    String name() {
        return values.getOrDefault(NAME, "");
    }

    boolean isValid(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    CodebookCode with(Map<String, String> other) {
        return new CodebookCode(id, code, scheme, other, from, to);
    }
}
