package vn.dancu.bus.message.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.Rule.Step;

/** The JSON of a family as JSON Schema, made from the same rules that check it. */
public final class JsonSchemaWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Grammar grammar;
    private final TreeMap<String, ObjectNode> definitions = new TreeMap<>();

    private JsonSchemaWriter(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The schema in UTF-8, indented, its last line ended. */
    public static byte[] write(Grammar grammar) {
        try {
            ObjectNode schema = new JsonSchemaWriter(grammar).schema();
            String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schema in memory cannot be written", e);
        }
    }

    private ObjectNode schema() {
        Version version = grammar.version();
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:dancu:schema:" + version.family() + ":v" + version.number());
        ArrayNode documents = schema.putArray("anyOf");
        grammar.roots().stream().sorted().forEach(root -> documents.add(document(root)));
        ObjectNode all = schema.putObject("$defs");
        definitions.forEach(all::set);
        return schema;
    }

    private ObjectNode document(String root) {
        Rule rule = grammar.root(root);
        if (!grammar.isNativeJson()) {
            ObjectNode wrapper = object();
            ((ObjectNode) wrapper.get("properties")).set(root, value(rule));
            wrapper.putArray("required").add(root);
            return wrapper;
        }
        if (grammar.isArray(root) && rule instanceof Complex complex) {
            ElementRule item = complex.steps().get(0).alternatives().get(0);
            ObjectNode array = JSON.objectNode().put("title", root).put("type", "array");
            array.set("items", value(item.rule()));
            return array;
        }
        return value(rule).put("title", root);
    }

    private static ObjectNode object() {
        ObjectNode object = JSON.objectNode().put("type", "object");
        object.putObject("properties");
        object.put("additionalProperties", false);
        return object;
    }

    private ObjectNode value(Rule rule) {
        if (rule instanceof Complex complex) {
            if (!definitions.containsKey(complex.name())) {
                definitions.put(complex.name(), JSON.objectNode());
                definitions.put(complex.name(), complex(complex));
            }
            return JSON.objectNode().put("$ref", "#/$defs/" + complex.name());
        }
        return TextSchemaWriter.of(rule);
    }

    private ObjectNode complex(Complex complex) {
        ObjectNode object = object();
        ObjectNode properties = (ObjectNode) object.get("properties");
        ArrayNode required = JSON.arrayNode();
        complex.attributes().forEach(attribute -> {
            properties.set("@" + attribute.name(), TextSchemaWriter.of(attribute.text()));
            if (attribute.required()) {
                required.add("@" + attribute.name());
            }
        });
        if (complex.text() != null) {
            ObjectNode text = TextSchemaWriter.of(complex.text());
            properties.set(PropertyName.TEXT, text);
            addRequired(object, required);
            addStrange(object, complex);
            ObjectNode either = JSON.objectNode();
            either.putArray("anyOf").add(text.deepCopy()).add(object);
            return required.isEmpty() ? either : object;
        }
        ArrayNode conditions = JSON.arrayNode();
        complex.steps().forEach(step -> step(step, properties, conditions));
        properties
                .putObject(PropertyName.ORDER)
                .put("type", "array")
                .putObject("items")
                .put("type", "string");
        addRequired(object, required);
        if (!conditions.isEmpty()) {
            object.set("allOf", conditions);
        }
        addStrange(object, complex);
        return object;
    }

    private static void addRequired(ObjectNode object, ArrayNode required) {
        if (!required.isEmpty()) {
            object.set("required", required);
        }
    }

    private void step(Step step, ObjectNode properties, ArrayNode conditions) {
        for (ElementRule element : step.alternatives()) {
            ObjectNode value = value(element.rule());
            if (element.repeats()) {
                ObjectNode array = JSON.objectNode().put("type", "array");
                array.set("items", value);
                array.put("minItems", 1);
                if (step.max() != Rule.UNBOUNDED) {
                    array.put("maxItems", step.max());
                }
                value = array;
            }
            properties.set(element.name(), step.min() > 0 ? value : orNull(value));
        }
        boolean choice = step.alternatives().size() > 1;
        if (step.min() > 0 || (choice && step.max() == 1)) {
            conditions.add(presence(step, choice && step.max() == 1));
        }
    }

    // A property that is null is absent.
    private static ObjectNode orNull(ObjectNode value) {
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(value).addObject().put("type", "null");
        return either;
    }

    // An element without namespace is another property than the family's own, and fulfils the same condition.
    private ObjectNode presence(Step step, boolean oneAlone) {
        ObjectNode condition = JSON.objectNode();
        ArrayNode ways = condition.putArray(oneAlone ? "oneOf" : "anyOf");
        for (ElementRule element : step.alternatives()) {
            ways.addObject().putArray("required").add(element.name());
            if (grammar.takesLocalNames()) {
                ways.addObject().putArray("required").add("{}" + element.name());
            }
        }
        if (oneAlone && step.min() == 0) {
            ArrayNode none = ways.addObject().putObject("not").putArray("anyOf");
            step.alternatives()
                    .forEach(element -> none.addObject().putArray("required").add(element.name()));
        }
        return condition;
    }

    private void addStrange(ObjectNode object, Complex complex) {
        ObjectNode patterns = JSON.objectNode();
        if (complex.hasOpenAttributes()) {
            patterns.putObject("^@\\{.+\\}").put("type", "string");
        }
        if (complex.isOpen()) {
            patterns.putObject("^\\{.+\\}");
        }
        if (grammar.takesLocalNames()) {
            patterns.putObject("^\\{\\}");
        }
        if (!patterns.isEmpty()) {
            object.set("patternProperties", patterns);
        }
    }
}
