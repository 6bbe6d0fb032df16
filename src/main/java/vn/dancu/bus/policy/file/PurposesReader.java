package vn.dancu.bus.policy.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.policy.Purposes;

/** Reads the list of purposes; an error names file, line and rule. */
final class PurposesReader {

    private static final Set<String> KEYS = Set.of("code", "name", "nameEn", "legalBasis", "plain");

    static Purposes read(String file, String text) {
        PolicyFindings findings = new PolicyFindings();
        Map<Purpose, Purposes.Entry> entries = new LinkedHashMap<>();
        findings.attempt(() -> {
            YamlPlace root = YamlPlace.of(file, text, findings::add);
            for (YamlPlace item :
                    root.required(root.keys(Set.of("purposes")), "purposes").items()) {
                findings.attempt(() -> add(item, entries));
            }
            return true;
        });
        findings.refuseIfAny();
        return new Purposes(entries.values());
    }

    private static Boolean add(YamlPlace item, Map<Purpose, Purposes.Entry> entries) {
        Map<String, YamlPlace> keys = item.keys(KEYS);
        Purpose code = item.required(keys, "code").as(Purpose::new);
        Purposes.Entry entry = new Purposes.Entry(
                code,
                item.required(keys, "name").text(),
                item.required(keys, "nameEn").text(),
                item.required(keys, "legalBasis").text(),
                keys.getOrDefault("plain", item.required(keys, "name")).text());
        if (entries.putIfAbsent(code, entry) != null) {
            throw item.required(keys, "code").broken("stands twice");
        }
        return true;
    }

    private PurposesReader() {}
}
