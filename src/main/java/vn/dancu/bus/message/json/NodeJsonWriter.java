package vn.dancu.bus.message.json;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.TextRule;

/** Writes a tree as JSON, by the rules of its family. */
final class NodeJsonWriter {

    private static final Rule FOREIGN = new Rule.Kept();

    private final JsonGenerator json;
    private final Grammar grammar;
    private final ChildOrder order;

    NodeJsonWriter(JsonGenerator json, Grammar grammar) {
        this.json = json;
        this.grammar = grammar;
        this.order = new ChildOrder(grammar);
    }

    void document(Node root) throws IOException {
        Rule rule = grammar.root(root.name());
        if (!grammar.isNativeJson()) {
            json.writeStartObject();
            json.writeFieldName(PropertyName.of(root));
            value(root, rule);
            json.writeEndObject();
        } else if (grammar.isArray(root.name()) && rule instanceof Complex complex && isArray(root, complex)) {
            json.writeStartArray();
            for (Node item : root.children()) {
                item(complex, item);
            }
            json.writeEndArray();
        } else {
            object(root, rule);
        }
    }

    /** Whether the items of the array are all that the root has; anything else needs a property to stand in. */
    static boolean isArray(Node root, Complex rule) {
        for (Node child : root.children()) {
            if (child.namespace() != null || rule.element(child.name()) == null) {
                return false;
            }
        }
        return root.attributes().isEmpty();
    }

    /** One element of a parent, without its name. */
    void item(Complex parent, Node child) throws IOException {
        ElementRule known = grammar.element(parent, child);
        value(child, known == null ? FOREIGN : known.rule());
    }

    private void value(Node node, Rule rule) throws IOException {
        boolean simple = node.attributes().isEmpty() && node.children().isEmpty();
        TextRule text = Rule.textOf(rule);
        if (simple && (text != null || (rule instanceof Rule.Kept))) {
            text(node, text);
        } else {
            object(node, rule);
        }
    }

    private void text(Node node, @Nullable TextRule rule) throws IOException {
        Content content = node.content();
        String text = node.text();
        if (content != null) {
            try (InputStream in = content.open()) {
                json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, in, -1);
            }
        } else if (rule != null && rule.kind() == TextRule.Kind.INTEGER && CanonicalNumbers.isCanonical(text)) {
            json.writeNumber(Long.parseLong(text));
        } else if (rule != null
                && rule.kind() == TextRule.Kind.BOOLEAN
                && (text.equals("true") || text.equals("false"))) {
            json.writeBoolean(text.equals("true"));
        } else {
            json.writeString(text);
        }
    }

    private void object(Node node, Rule rule) throws IOException {
        json.writeStartObject();
        attributes(node, rule);
        if (!node.text().isEmpty() || node.content() != null) {
            json.writeFieldName(PropertyName.TEXT);
            text(node, Rule.textOf(rule));
        }
        if (rule instanceof Rule.Kept && isMixed(node)) {
            mixed(node);
        } else {
            children(node.children(), rule instanceof Complex complex ? complex : null);
        }
        json.writeEndObject();
    }

    void attributes(Node node, Rule rule) throws IOException {
        for (Attribute attribute : node.attributes()) {
            boolean known = rule instanceof Complex complex && complex.attribute(attribute) != null;
            boolean plain = known || (attribute.namespace().isEmpty() && !hasNamesake(rule, attribute));
            json.writeStringField(
                    plain ? PropertyName.ATTRIBUTE + attribute.name() : PropertyName.of(attribute), attribute.value());
        }
    }

    private static boolean hasNamesake(Rule rule, Attribute attribute) {
        return rule instanceof Complex complex && complex.attribute(attribute.name()) != null;
    }

    private static boolean isMixed(Node node) {
        for (Node child : node.children()) {
            if (child.name().equals(Node.TEXT)) {
                return true;
            }
        }
        return false;
    }

    private void mixed(Node node) throws IOException {
        json.writeArrayFieldStart(PropertyName.MIXED);
        for (Node child : node.children()) {
            if (child.name().equals(Node.TEXT)) {
                json.writeString(child.text());
            } else {
                json.writeStartObject();
                json.writeFieldName(PropertyName.of(child));
                value(child, FOREIGN);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    /** The elements of a parent; null for one that no schema knows. */
    void children(List<Node> children, @Nullable Complex parent) throws IOException {
        ElementRule[] rules = parent == null ? null : order.rulesInOrder(children, parent);
        if (rules != null) {
            inOrder(children, rules);
        } else if (order.isRegular(children, parent)) {
            int to;
            for (int at = 0; at < children.size(); at = to) {
                to = at + 1;
                while (to < children.size() && ChildOrder.sameName(children.get(to), children.get(at))) {
                    to++;
                }
                group(children, at, to, parent);
            }
        } else {
            withOrder(children, parent);
        }
    }

    private void inOrder(List<Node> children, ElementRule[] rules) throws IOException {
        int to;
        for (int at = 0; at < rules.length; at = to) {
            ElementRule rule = rules[at];
            to = at + 1;
            while (to < rules.length && rules[to] == rule) {
                to++;
            }
            json.writeFieldName(rule.name());
            values(children, at, to, rule.rule(), rule.repeats());
        }
    }

    private void withOrder(List<Node> children, @Nullable Complex parent) throws IOException {
        json.writeArrayFieldStart(PropertyName.ORDER);
        Map<String, List<Node>> groups = new LinkedHashMap<>();
        for (Node child : children) {
            String name = PropertyName.of(child);
            json.writeString(name);
            groups.computeIfAbsent(name, first -> new ArrayList<>()).add(child);
        }
        json.writeEndArray();
        for (List<Node> group : groups.values()) {
            group(group, 0, group.size(), parent);
        }
    }

    private void group(List<Node> children, int from, int to, @Nullable Complex parent) throws IOException {
        Node first = children.get(from);
        ElementRule known = parent == null ? null : grammar.element(parent, first);
        Rule rule = known == null ? FOREIGN : known.rule();
        json.writeFieldName(PropertyName.of(first));
        values(children, from, to, rule, known != null && known.repeats());
    }

    private void values(List<Node> children, int from, int to, Rule rule, boolean repeats) throws IOException {
        if (to - from == 1 && !repeats) {
            value(children.get(from), rule);
            return;
        }
        json.writeStartArray();
        for (int i = from; i < to; i++) {
            value(children.get(i), rule);
        }
        json.writeEndArray();
    }
}
