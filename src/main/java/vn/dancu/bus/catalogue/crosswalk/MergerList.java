package vn.dancu.bus.catalogue.crosswalk;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.bus.catalogue.csv.CsvFile;
import vn.dancu.bus.catalogue.csv.CsvLine;

/** Which former wards went into which current ones, as an operator supplies it; the published lists do not have it. */
record MergerList(Map<String, Set<String>> currentByFormer) {

    private static final String FORMER = "old_code";
    private static final String CURRENT = "new_code";

    static final MergerList NONE = new MergerList(Map.of());

    static MergerList read(Path file, Set<String> former, Set<String> current) {
        Map<String, Set<String>> mergers = new LinkedHashMap<>();
        for (CsvLine line : CsvFile.supplied(file, List.of(FORMER, CURRENT))) {
            String from = code(line, FORMER, Schemes.WARDS_TO_2025, former);
            String to = code(line, CURRENT, Schemes.WARDS_SINCE_2025, current);
            if (!mergers.computeIfAbsent(from, code -> new LinkedHashSet<>()).add(to)) {
                throw line.wrong("the pair " + from + ", " + to + " is there twice");
            }
        }
        return new MergerList(mergers);
    }

    private static String code(CsvLine line, String column, Scheme<?> scheme, Set<String> known) {
        String code = Code.of(scheme, line.get(column)).text();
        if (!known.contains(code)) {
            throw line.wrong(
                    column + " " + code + " is no ward of " + scheme.form().id());
        }
        return code;
    }

    boolean covers(Set<String> former) {
        return currentByFormer.keySet().containsAll(former);
    }
}
