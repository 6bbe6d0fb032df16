package vn.dancu.bus.message.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.TextRule;

/** Simple values as JSON Schema. */
final class TextSchemaWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ZONE = "(Z|[+-][0-9]{2}:[0-9]{2})?$";

    private TextSchemaWriter() {}

    /** The schema of a simple value; of what is kept as it is, a schema that takes everything. */
    static ObjectNode of(Rule rule) {
        if (!(rule instanceof TextRule text)) {
            return JSON.objectNode();
        }
        ObjectNode schema = JSON.objectNode();
        switch (text.kind()) {
            case INTEGER -> integer(schema, text);
            case BOOLEAN -> {
                ArrayNode values = schema.putArray("enum").add(true).add(false);
                values.add("true").add("false").add("1").add("0");
            }
            case BINARY -> schema.put("type", "string").put("contentEncoding", "base64");
            case DECIMAL -> schema.put("type", "string").put("pattern", "^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)$");
            case DATE -> schema.put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}" + ZONE);
            case DATE_TIME ->
                schema.put("type", "string")
                        .put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?" + ZONE);
            default -> string(schema, text);
        }
        return schema.put(
                "description", text.words().vietnamese() + " / " + text.words().english());
    }

    private static void integer(ObjectNode schema, TextRule text) {
        schema.putArray("type").add("integer").add("string");
        schema.put("pattern", "^[+-]?[0-9]{1,18}$");
        if (text.least() != null) {
            schema.put("minimum", text.least());
        }
        if (text.most() != null) {
            schema.put("maximum", text.most());
        }
    }

    private static void string(ObjectNode schema, TextRule text) {
        schema.put("type", "string");
        if (text.minLength() > 0) {
            schema.put("minLength", text.minLength());
        }
        if (text.maxLength() < Integer.MAX_VALUE) {
            schema.put("maxLength", text.maxLength());
        }
        if (text.regex() != null) {
            schema.put("pattern", "^(?:" + text.regex() + ")$");
        }
        if (!text.allowed().isEmpty()) {
            ArrayNode allowed = schema.putArray("enum");
            new TreeSet<>(text.allowed()).forEach(allowed::add);
        }
        if (!text.known().isEmpty()) {
            ArrayNode known = schema.putArray("examples");
            new TreeSet<>(text.known()).forEach(known::add);
        }
    }
}
