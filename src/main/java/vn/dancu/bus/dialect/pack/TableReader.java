package vn.dancu.bus.dialect.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.dialect.question.QuestionPaths;
import vn.dancu.bus.message.population.PopulationOperation;

/** Reads a table of properties and paths: CSV with the heading {@code field,path}, comments after {@code #}. */
final class TableReader {

    private static final String HEADING = "field,path";
    private static final String BIRTH_DATE = "NgayThangNamSinh";

    private final String file;
    private final PackErrors findings;
    private final Map<String, String> rows = new LinkedHashMap<>();

    TableReader(String file, PackErrors findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Property to path, in the table's order. */
    Map<String, String> read(PackFolder folder, String name, PopulationOperation operation, Set<String> otherFields) {
        Optional<String> text = PackTextReader.read(folder, name, findings);
        if (text.isEmpty()) {
            return Map.of();
        }
        List<String> lines = text.get().lines().toList();
        boolean headed = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (headed) {
                row(i + 1, lines.get(i), otherFields);
            } else if (!line.equals(HEADING)) {
                findings.add(file, i + 1, 1, "the heading is " + HEADING);
            }
            headed = true;
        }
        for (String path : QuestionPaths.missing(operation, rows.values())) {
            findings.add(file, Math.max(1, lines.size()), 1, "the table must map " + path);
        }
        return rows;
    }

    private void row(int line, String text, Set<String> otherFields) {
        String[] cells = text.split(",", -1);
        if (cells.length != 2) {
            findings.add(file, line, 1, "a row is a field and a path, with one comma between them");
            return;
        }
        String field = cells[0].strip();
        String path = cells[1].strip();
        int pathColumn = cells[0].length() + 2;
        if (!TemplateReader.isProperty(field)) {
            findings.add(file, line, 1, "a field is a name of 1 to 64 letters, digits and _.-");
        } else if (rows.containsKey(field) || otherFields.contains(field)) {
            findings.add(file, line, 1, field + " stands twice");
        } else if (!QuestionPaths.ALL.contains(path)) {
            findings.add(
                    file,
                    line,
                    pathColumn,
                    "there is no such path in a question; there are " + String.join(", ", QuestionPaths.ALL));
        } else if (rows.values().stream().anyMatch(other -> overlap(other, path))) {
            findings.add(file, line, pathColumn, path + " is mapped already, whole or in part");
        } else {
            rows.put(field, path);
        }
    }

    private static boolean overlap(String one, String two) {
        return one.equals(two)
                || (one.startsWith(BIRTH_DATE) && two.equals(BIRTH_DATE))
                || (two.startsWith(BIRTH_DATE) && one.equals(BIRTH_DATE));
    }
}
