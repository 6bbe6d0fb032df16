package vn.dancu.bus.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prints JSON so that people can read it: lists as tables, objects as names and values. Control characters are not passed
 * on to the terminal.
 */
final class TablePrinter {

    private static final String GAP = "  ";

    /** A fingerprint has 64 characters and is shown in full. */
    private static final int MAX_COLUMN_WIDTH = 64;

    private final PrintWriter out;
    private final CommandTexts words;
    private final Map<String, BilingualText> headings;

    /** @param headings headings of properties; a property without one is shown by its name */
    TablePrinter(PrintWriter out, CommandTexts words, Map<String, BilingualText> headings) {
        this.out = out;
        this.words = words;
        this.headings = headings;
    }

    void print(JsonNode answer) {
        if (answer.path("items").isArray()) {
            list(answer.path("items"), "");
            if (answer.path("next").isTextual()) {
                out.println(words.of("list.more", clean(answer.path("next").asText())));
            }
        } else if (answer.isArray()) {
            list(answer, "");
        } else if (answer.isObject()) {
            object(answer, "");
        } else {
            out.println(cell(answer));
        }
    }

    private void object(JsonNode object, String indent) {
        int width = 0;
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            width = Math.max(width, length(heading(property.getKey())));
        }
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String name = heading(property.getKey());
            JsonNode value = property.getValue();
            if (value.isValueNode() || value.isEmpty() || isTexts(value) || value.has("vi")) {
                out.println((indent + pad(name, width) + GAP + cell(value)).stripTrailing());
            } else if (value.isObject()) {
                out.println(indent + name + ":");
                object(value, indent + GAP);
            } else {
                out.println(indent + name + ":");
                list(value, indent + GAP);
            }
        }
    }

    private void list(JsonNode items, String indent) {
        if (items.isEmpty()) {
            out.println(indent + words.of("list.empty"));
            return;
        }
        if (!items.get(0).isObject()) {
            items.forEach(item -> out.println(indent + cell(item)));
            return;
        }
        Set<String> columns = new LinkedHashSet<>();
        items.forEach(item -> item.fieldNames().forEachRemaining(columns::add));
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(this::heading).toList());
        for (JsonNode item : items) {
            rows.add(columns.stream()
                    .map(column -> shortened(cell(item.path(column))))
                    .toList());
        }
        rows(rows, indent);
    }

    private void rows(List<List<String>> rows, String indent) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < columns; i++) {
                line.append(pad(row.get(i), widths[i])).append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray() && value.get(0).isValueNode();
    }

    private String heading(String property) {
        BilingualText text = headings.get(property);
        if (text == null) {
            return property;
        }
        String heading = text.in(words.language());
        return heading.substring(0, 1).toUpperCase(words.language()) + heading.substring(1);
    }

    /** In one line: an object by its text or its id, a list by its values or their number. */
    private String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isBoolean()) {
            return words.of(value.asBoolean() ? "yes" : "no");
        }
        if (value.isObject()) {
            JsonNode text = value.path(words.language().getLanguage());
            JsonNode shown = text.isTextual() ? text : value.path("id");
            return shown.isValueNode() ? clean(shown.asText()) : clean(value.toString());
        }
        if (value.isArray() && !value.isEmpty() && !isTexts(value)) {
            return words.of("list.count", value.size());
        }
        return value.isArray() ? joined(value) : clean(value.asText());
    }

    private static String joined(JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(each -> all.add(clean(each.asText())));
        return String.join(", ", all);
    }

    static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String shortened(String text) {
        return length(text) <= MAX_COLUMN_WIDTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_COLUMN_WIDTH - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - length(text));
    }
}
