package vn.dancu.bus.catalogue.crosswalk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.crosswalk.CodeList.Item;
import vn.dancu.bus.catalogue.crosswalk.Translation.Why;
import vn.dancu.bus.catalogue.csv.CsvFile;
import vn.dancu.bus.catalogue.csv.CsvLine;

/** The pairs that the names do not give, each with its source: {@code crosswalk.csv}. A pair of codes holds both ways. */
final class CrosswalkTable {

    /**
     * @param target the code there; empty when there is none
     * @param why there is none; null when there is one
     */
    record Row(String target, Confidence confidence, @Nullable Why why) {}

    private final List<CsvLine> lines;

    private CrosswalkTable(List<CsvLine> lines) {
        this.lines = lines;
    }

    static CrosswalkTable published() {
        return new CrosswalkTable(CsvFile.published("crosswalk.csv"));
    }

    /** The rows from one list to another by the code they are of. */
    Map<String, Row> between(CodeList from, CodeList to) {
        Map<String, Row> rows = new HashMap<>();
        for (CsvLine line : lines) {
            if (is(line, "scheme", from) && is(line, "other_scheme", to)) {
                put(rows, line, "code", "other_code");
                check(line, from, "code", "name");
                check(line, to, "other_code", "other_name");
            } else if (is(line, "scheme", to) && is(line, "other_scheme", from)) {
                put(rows, line, "other_code", "code");
            }
        }
        return rows;
    }

    private static boolean is(CsvLine line, String column, CodeList list) {
        return line.get("list").equals(list.scheme().form().list())
                && line.get(column).equals(list.scheme().form().id());
    }

    private static void put(Map<String, Row> rows, CsvLine line, String source, String target) {
        if (line.get(source).isEmpty()) {
            return;
        }
        String why = line.get("why");
        Row row = new Row(line.get(target), CodeList.confidence(line), why.isEmpty() ? null : Why.valueOf(why));
        if (row.target().isEmpty() == why.isEmpty() || rows.put(line.get(source), row) != null) {
            throw line.wrong("takes either a code or a why, once for each code");
        }
    }

    /** The names stand there for whoever reads the file; they must be those of the lists. */
    private static void check(CsvLine line, CodeList list, String code, String name) {
        Item item = list.items().get(line.get(code));
        String expected = item == null ? "" : item.name();
        if (!line.get(name).equals(expected)) {
            throw line.wrong("the list does not give " + line.get(code) + " this name");
        }
    }
}
