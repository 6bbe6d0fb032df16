package vn.dancu.bus.enrichment.difference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.provenance.HeldGroup;
import vn.dancu.bus.enrichment.provenance.NamedValue;

/**
 * A difference in clear, beside what the register holds.
 *
 * @param delivered as the source has the person; the name is folded
 * @param held whom its number leads to; null for an unknown number
 * @param recordId by which the source finds its record; null where it has none
 * @param group path of the group in the citizen message
 * @param values that would be merged
 * @param groups what the register holds of the person from other authorities, the same group first
 */
public record ComparedRecord(
        Difference difference,
        Person delivered,
        @Nullable Person held,
        @Nullable String recordId,
        String group,
        List<NamedValue> values,
        List<HeldGroup> groups) {

    public ComparedRecord {
        values = List.copyOf(values);
        groups = List.copyOf(groups);
    }

    /**
     * Somebody.
     *
     * @param birth a day by ISO 8601, or a year
     * @param state of the register, such as {@code DECEASED}; null for what a source delivered
     */
    public record Person(String number, String name, String birth, @Nullable String state) {
        @Override
        public String toString() {
            return "Person[masked]";
        }
    }

    @Override
    public String toString() {
        return "ComparedRecord[" + difference.key() + "]";
    }
}
