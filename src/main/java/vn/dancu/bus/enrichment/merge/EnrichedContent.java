package vn.dancu.bus.enrichment.merge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a group in one text, as the register keeps them: in the order of the origin's elements. */
public final class EnrichedContent {

    /** U+001F, the unit separator; no value has it, since checks refuse control characters. */
    static final char SEPARATOR = '\u001F';

    /** The values; null where there is none. */
    public static List<@Nullable String> values(String content) {
        List<@Nullable String> values = new ArrayList<>();
        int from = 0;
        while (true) {
            int to = content.indexOf(SEPARATOR, from);
            String value = content.substring(from, to < 0 ? content.length() : to);
            values.add(value.isEmpty() ? null : value);
            if (to < 0) {
                return values;
            }
            from = to + 1;
        }
    }

    private EnrichedContent() {}
}
