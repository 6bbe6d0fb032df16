package vn.dancu.bus.enrichment;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;

/**
 * A group of fields that enriches records.
 *
 * @param list which of the three lists (danh mục) of the annex of NĐ 58/2026/NĐ-CP
 * @param number of the group in that list; null where the source's file does not say it
 * @param element under which the citizen message and the register have the group, such as {@code TheBHYT}
 */
public record EnrichedGroup(int list, @Nullable Integer number, FieldPath element) {

    private static final int LISTS = 3;

    public EnrichedGroup {
        if (list < 1 || list > LISTS || (number != null && number < 1)) {
            throw new IllegalArgumentException("A group has a list from 1 to 3 and a number from 1");
        }
    }
}
