package vn.dancu.bus.message.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.AttributeRule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.wire.LimitCounter;

/** One object of a JSON document on its way to an element. */
final class ObjectJsonReader {

    private final NodeJsonReader reading;
    private final JsonParser json;
    private final Grammar grammar;
    private final LimitCounter limits;
    private final List<Attribute> attributes = new ArrayList<>(0);
    private final List<Node> children = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private String text = "";
    private @Nullable Content content;
    private @Nullable List<String> order;

    ObjectJsonReader(NodeJsonReader reading, Grammar grammar, LimitCounter limits) {
        this.reading = reading;
        this.json = reading.parser();
        this.grammar = grammar;
        this.limits = limits;
    }

    Node read(PropertyName name, Rule rule, int depth) throws IOException {
        for (String property = json.nextFieldName(); property != null; property = json.nextFieldName()) {
            json.nextToken();
            if (!seen.add(property)) {
                throw new InvalidPropertyException(ErrorCode.FIELD_DUPLICATED, shown(property), "given once");
            }
            boolean array = json.currentToken() == JsonToken.START_ARRAY;
            try {
                property(property, rule, depth);
            } catch (InvalidPropertyException e) {
                // What is wrong within an array has its path from there.
                throw array ? e : e.within(shown(property));
            }
        }
        if (rule instanceof Complex complex) {
            grammar.sort(complex, children);
        }
        List<Node> ordered = order == null ? children : new Ordering(order).of(children);
        return new Node(name.namespace(), name.local(), attributes, text, content, ordered);
    }

    /** Reads one property by the rules of the object; an attribute goes to that list. */
    List<Node> single(String property, Rule rule, int depth, List<Attribute> to) throws IOException {
        property(property, rule, depth);
        to.addAll(attributes);
        return children;
    }

    // A name that the sender made up may hold an id or worse.
    private static String shown(String property) {
        return property.matches("[@#]?[A-Za-z]{1,40}") ? property : "";
    }

    private void property(String property, Rule rule, int depth) throws IOException {
        if (property.startsWith(PropertyName.ATTRIBUTE)) {
            attribute(property.substring(1), rule);
            return;
        }
        switch (property) {
            case PropertyName.TEXT -> {
                if (Rule.isBinary(rule)) {
                    content = reading.content();
                } else {
                    text = reading.text(rule);
                }
            }
            case PropertyName.ORDER -> order = names();
            case PropertyName.MIXED -> mixed(rule, depth);
            default -> element(property, rule, depth);
        }
    }

    private void attribute(String property, Rule rule) throws IOException {
        PropertyName name = PropertyName.of(property);
        if (name == null || property.equals(XMLConstants.XMLNS_ATTRIBUTE)) {
            throw new InvalidPropertyException(ErrorCode.FIELD_UNKNOWN, "", "an attribute with a name of XML");
        }
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            limits.element("", 1);
        } else {
            limits.attributes(attributes.size() + 1);
            limits.namespace(name.namespace());
            limits.name(name.local());
            attributes.add(new Attribute(namespace(name, rule), name.local(), reading.text(null)));
        }
    }

    // By its name alone it is the attribute that the schema has; any other names its namespace, if it has one.
    private static String namespace(PropertyName name, Rule rule) {
        if (name.namespace() != null) {
            return name.namespace();
        }
        AttributeRule known = rule instanceof Complex complex ? complex.attribute(name.local()) : null;
        return known == null ? "" : known.namespace();
    }

    private List<String> names() throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new InvalidPropertyException(ErrorCode.FIELD_INVALID, "", "an array of property names");
        }
        List<String> names = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            limits.order(names.size() + 1);
            names.add(reading.text(null));
        }
        return names;
    }

    private void mixed(Rule rule, int depth) throws IOException {
        if (!(rule instanceof Rule.Kept) || json.currentToken() != JsonToken.START_ARRAY) {
            throw new InvalidPropertyException(ErrorCode.FIELD_INVALID, "", "elements and no text");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                limits.element(Node.TEXT, depth + 1);
                children.add(Node.text(Node.TEXT, reading.text(null)));
            } else if (json.currentToken() == JsonToken.START_OBJECT && json.nextFieldName() != null) {
                String property = json.currentName();
                json.nextToken();
                element(property, rule, depth);
                if (json.nextToken() != JsonToken.END_OBJECT) {
                    throw new InvalidPropertyException(ErrorCode.FIELD_INVALID, "", "objects of one property");
                }
            } else {
                throw new InvalidPropertyException(ErrorCode.FIELD_INVALID, "", "texts and objects of one property");
            }
        }
    }

    private void element(String property, Rule parent, int depth) throws IOException {
        PropertyName read = PropertyName.of(property);
        if (read == null) {
            throw new InvalidPropertyException(ErrorCode.FIELD_UNKNOWN, "", "a property with a name of XML");
        }
        limits.namespace(read.namespace());
        PropertyName name = read.within(parent, grammar);
        Rule rule = reading.childRule(parent, name);
        if (json.currentToken() == JsonToken.START_ARRAY) {
            reading.array(name, rule, depth, children);
        } else {
            Node child = reading.value(name, rule, depth + 1);
            if (child != null) {
                children.add(child);
            }
        }
    }

    /** Puts elements into the order that {@code #order} lists. */
    private record Ordering(List<String> names) {

        List<Node> of(List<Node> children) {
            Map<String, Deque<Node>> left = new HashMap<>();
            children.forEach(child -> left.computeIfAbsent(PropertyName.of(child), name -> new ArrayDeque<>())
                    .add(child));
            List<Node> ordered = new ArrayList<>(children.size());
            for (String name : names) {
                Deque<Node> next = left.get(name);
                if (next == null || next.isEmpty()) {
                    throw wrong();
                }
                ordered.add(next.remove());
            }
            if (ordered.size() < children.size()) {
                throw wrong();
            }
            return ordered;
        }

        private static InvalidPropertyException wrong() {
            return new InvalidPropertyException(
                    ErrorCode.FIELD_INVALID,
                    PropertyName.ORDER,
                    "the name of each element that is there, in their order");
        }
    }
}
