package vn.dancu.bus.hub.mapping;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.hub.MappedField;
import vn.dancu.bus.hub.MappingEntry;

/** The version in force of one partner, as an instance holds it in memory. */
public final class PartnerMapping {

    private final long version;
    private final Map<MappedField, Map<String, String>> codes = new EnumMap<>(MappedField.class);

    PartnerMapping(long version, List<MappingEntry> entries) {
        this.version = version;
        for (MappedField field : MappedField.values()) {
            codes.put(field, new HashMap<>());
        }
        entries.forEach(entry -> codes.getOrDefault(entry.field(), Map.of()).put(entry.local(), entry.national()));
    }

    public long version() {
        return version;
    }

    /**
     * What the national side knows it as: the exact entry, or else the one for any; null when there is neither.
     *
     * @param local as the partner says it; null when it says nothing
     */
    public @Nullable String national(MappedField field, @Nullable String local) {
        Map<String, String> known = codes.getOrDefault(field, Map.of());
        String exact = known.get(local == null ? MappedField.NONE : local);
        return exact != null ? exact : known.get(MappedField.ANY);
    }
}
