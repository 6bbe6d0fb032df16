package vn.dancu.bus.command.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints JSON so that people can read it in 100 columns: lists as tables, objects as names and values. */
public final class TablePrinter {

    private static final String GAP = "  ";

    private final PrintWriter out;
    private final CommandTexts words;
    private final CellText cells;

    /**
     * @param headings headings of properties; a property without one is shown by its name
     * @param zone in which moments are shown
     */
    public TablePrinter(PrintWriter out, CommandTexts words, Map<String, BilingualText> headings, ZoneId zone) {
        this.out = out;
        this.words = words;
        this.cells = new CellText(words, headings, zone);
    }

    public void print(JsonNode answer) {
        if (answer.path("items").isArray()) {
            list(answer.path("items"), "");
            if (answer.path("next").isTextual()) {
                out.println(
                        words.of("list.more", CellText.clean(answer.path("next").asText())));
            }
        } else if (answer.isArray()) {
            list(answer, "");
        } else if (answer.isObject()) {
            object(answer, "");
        } else {
            out.println(cells.of(answer));
        }
    }

    private void object(JsonNode object, String indent) {
        int width = 0;
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            width = Math.max(width, TableLayout.length(cells.heading(property.getKey())));
        }
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String name = cells.heading(property.getKey());
            JsonNode value = property.getValue();
            if (value.isValueNode() || value.isEmpty() || CellText.isTexts(value) || value.has("vi")) {
                property(indent, name, width, cells.of(value));
            } else {
                out.println(indent + name + ":");
                if (value.isObject()) {
                    object(value, indent + GAP);
                } else {
                    list(value, indent + GAP);
                }
            }
        }
    }

    /** A value too long for its line goes on below itself. */
    private void property(String indent, String name, int width, String value) {
        String start = indent + TableLayout.pad(name, width) + GAP;
        for (String line : TableLayout.wrapped(value, TableLayout.WIDTH - start.length())) {
            out.println((start + line).stripTrailing());
            start = " ".repeat(start.length());
        }
    }

    private void list(JsonNode items, String indent) {
        if (items.isEmpty()) {
            out.println(indent + words.of("list.empty"));
            return;
        }
        if (!items.get(0).isObject()) {
            items.forEach(item -> out.println(indent + cells.of(item)));
            return;
        }
        Set<String> columns = new LinkedHashSet<>();
        items.forEach(item -> item.fieldNames().forEachRemaining(columns::add));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode item : items) {
            rows.add(columns.stream().map(column -> cells.of(item.path(column))).toList());
        }
        List<String> names = columns.stream().map(cells::heading).toList();
        TableLayout.of(names, rows, TableLayout.WIDTH - indent.length())
                .forEach(line -> out.println((indent + line).stripTrailing()));
    }
}
