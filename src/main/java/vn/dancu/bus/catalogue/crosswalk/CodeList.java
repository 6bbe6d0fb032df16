package vn.dancu.bus.catalogue.crosswalk;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.dancu.bus.catalogue.csv.CsvFile;
import vn.dancu.bus.catalogue.csv.CsvLine;

/** The codes of one scheme, in their order. */
record CodeList(Scheme<?> scheme, Map<String, Item> items) {

    /** One entry. */
    record Item(String code, String name, List<String> otherNames, Confidence confidence) {}

    static CodeList ethnicityPopulationDb() {
        return read(
                Schemes.ETHNICITY_POPULATION_DB, "code2", CsvFile.published("ethnicity_population_db.csv").stream());
    }

    static CodeList ethnicityGsoCensus() {
        return read(Schemes.ETHNICITY_GSO_CENSUS, "code2", CsvFile.published("ethnicity_gso_census.csv").stream());
    }

    static CodeList religionPopulationDb() {
        return read(Schemes.RELIGION_POPULATION_DB, "code2", CsvFile.published("religion_population_db.csv").stream());
    }

    static CodeList religionHealthAlt() {
        return read(Schemes.RELIGION_HEALTH_ALT, "code", CsvFile.published("religion_health_alt.csv").stream());
    }

    static CodeList gender(Scheme<Scheme.Gender> scheme) {
        return read(scheme, "code", CsvFile.published("gender.csv").stream().filter(line -> line.get("scheme")
                .equals(scheme.form().id())));
    }

    private static CodeList read(Scheme<?> scheme, String column, Stream<CsvLine> lines) {
        Map<String, Item> items = new LinkedHashMap<>();
        lines.forEach(line -> {
            Item item = item(scheme, column, line);
            if (items.put(item.code(), item) != null) {
                throw line.wrong("the code is there twice");
            }
        });
        return new CodeList(scheme, Collections.unmodifiableMap(items));
    }

    private static Item item(Scheme<?> scheme, String column, CsvLine line) {
        // The look-up screen shows "not known" for 0 and for whatever is not 1 or 2; 0 is the only code among them.
        String code = line.get(column).equals("other") ? "0" : line.get(column);
        String name = line.get("name").isEmpty() ? line.get("name_vi") : line.get("name");
        // The source sets a full stop between two of the names where it meant a comma.
        List<String> otherNames = Arrays.stream(line.get("aliases").split("[,.]", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        // The file explains its last religion in brackets; the name ends before them.
        return new Item(Code.of(scheme, code).text(), name.replaceFirst(" \\(.*", ""), otherNames, confidence(line));
    }

    /** The confidence of a line by its column {@code status}. */
    static Confidence confidence(CsvLine line) {
        String status = line.get("status");
        if (status.equals("verified")) {
            return Confidence.VERIFIED;
        }
        if (status.equals("verified (one code base)")) {
            return Confidence.ONE_SOURCE;
        }
        if (status.equals("meaning inferred") || status.equals("verified (UI fallback)")) {
            return Confidence.INFERRED;
        }
        if (status.equals("recollection")) {
            return Confidence.RECOLLECTION;
        }
        throw line.wrong("no such status");
    }
}
