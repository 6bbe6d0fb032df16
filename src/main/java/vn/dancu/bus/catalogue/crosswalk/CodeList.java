package vn.dancu.bus.catalogue.crosswalk;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Form;
import vn.dancu.bus.catalogue.csv.CsvFile;
import vn.dancu.bus.catalogue.csv.CsvLine;

/** The codes of one scheme, in their order. */
record CodeList(Scheme<?> scheme, Map<String, Item> items) {

    /** One entry. */
    record Item(String code, String name, List<String> otherNames, Confidence confidence) {}

    /** The list of a scheme: in a file of its own, or, for the genders, in the lines that name the scheme. */
    static CodeList of(Scheme<?> scheme) {
        Form form = scheme.form();
        return form.list().equals("gender")
                ? read(scheme, "gender.csv", line -> line.get("scheme").equals(form.id()))
                : read(scheme, form.list() + "_" + form.id() + ".csv", line -> true);
    }

    private static CodeList read(Scheme<?> scheme, String file, Predicate<CsvLine> ofScheme) {
        String column = scheme.form().digits() > 1 ? "code2" : "code";
        Map<String, Item> items = new LinkedHashMap<>();
        CsvFile.published(file).stream().filter(ofScheme).forEach(line -> {
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
