package vn.dancu.bus.document.agency;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;

/** All agencies by each of their codes. Made anew when the list has changed, so that a look-up takes no lock. */
final class AgencyMap implements AgencyDirectory {

    private volatile Content content = new Content(Map.of(), 0);

    private record Content(Map<String, AgencyEntry> byCode, int size) {}

    /** Puts that list in the place of the one that was. */
    void replace(Collection<AgencyEntry> entries) {
        Map<String, AgencyEntry> byCode = new HashMap<>(entries.size() * 3);
        // The code that an agency bears now goes before one that another has borne.
        entries.forEach(entry -> byCode.put(entry.code(), entry));
        for (AgencyEntry entry : entries) {
            putIfKnown(byCode, entry.oldCode(), entry);
            putIfKnown(byCode, entry.code102(), entry);
        }
        content = new Content(byCode, entries.size());
    }

    private static void putIfKnown(Map<String, AgencyEntry> byCode, @Nullable String code, AgencyEntry entry) {
        if (code != null) {
            byCode.putIfAbsent(code, entry);
        }
    }

    @Override
    public Optional<AgencyEntry> find(String code) {
        Map<String, AgencyEntry> known = content.byCode();
        AgencyEntry entry = known.get(code);
        if (entry == null && AgencyCode.isValid(code)) {
            entry = known.get(AgencyCode.of(code).value());
        }
        return Optional.ofNullable(entry);
    }

    @Override
    public int size() {
        return content.size();
    }
}
