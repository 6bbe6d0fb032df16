package vn.dancu.bus.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.YamlPlace;

/** The list of purposes for which data may be asked, each with the clause behind it. Face for reading. */
public final class Purposes {

    private static final Set<String> KEYS = Set.of("code", "name", "nameEn", "legalBasis");

    private final Map<Purpose, Entry> entries;

    private Purposes(Map<Purpose, Entry> entries) {
        this.entries = entries;
    }

    /**
     * One purpose.
     *
     * @param code as a grant names it
     * @param name Vietnamese
     * @param nameEn English
     * @param legalBasis the clause
     */
    public record Entry(Purpose code, String name, String nameEn, String legalBasis) {}

    /** Reads the list; whatever is wrong in it is refused with file, line and rule. */
    static Purposes read(String file, String text) {
        PolicyFindings findings = new PolicyFindings();
        Map<Purpose, Entry> entries = new LinkedHashMap<>();
        findings.attempt(() -> {
            YamlPlace root = YamlPlace.of(file, text, findings::add);
            for (YamlPlace item :
                    root.required(root.keys(Set.of("purposes")), "purposes").items()) {
                findings.attempt(() -> add(item, entries));
            }
            return true;
        });
        findings.refuseIfAny();
        return new Purposes(entries);
    }

    /** In the order of the file. */
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** The purpose of that code; empty when the list has none. */
    public Optional<Entry> find(Purpose code) {
        return Optional.ofNullable(entries.get(code));
    }

    boolean knows(Purpose code) {
        return entries.containsKey(code);
    }

    private static Boolean add(YamlPlace item, Map<Purpose, Entry> entries) {
        Map<String, YamlPlace> keys = item.keys(KEYS);
        Purpose code = item.required(keys, "code").as(Purpose::new);
        Entry entry = new Entry(
                code,
                item.required(keys, "name").text(),
                item.required(keys, "nameEn").text(),
                item.required(keys, "legalBasis").text());
        if (entries.putIfAbsent(code, entry) != null) {
            throw item.required(keys, "code").broken("stands twice");
        }
        return true;
    }
}
