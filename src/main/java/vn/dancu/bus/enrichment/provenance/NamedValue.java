package vn.dancu.bus.enrichment.provenance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.merge.EnrichedContent;

/**
 * A value of a group.
 *
 * @param name its element in the citizen message
 */
public record NamedValue(String name, String value) {

    /** Those that are there, of a text as the register keeps it. */
    public static List<NamedValue> of(List<String> elements, String content) {
        List<@Nullable String> values = EnrichedContent.values(content);
        List<NamedValue> named = new ArrayList<>();
        for (int i = 0; i < Math.min(elements.size(), values.size()); i++) {
            String value = values.get(i);
            if (value != null) {
                named.add(new NamedValue(elements.get(i), value));
            }
        }
        return named;
    }

    @Override
    public String toString() {
        return name + "[masked]";
    }
}
