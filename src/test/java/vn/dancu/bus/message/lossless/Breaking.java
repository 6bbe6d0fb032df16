package vn.dancu.bus.message.lossless;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.AttributeRule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.TextRule;
import vn.dancu.bus.message.wire.XmlText;

/** Changes one thing in a message, which mostly makes it one that its schema refuses. */
final class Breaking {

    // Values that are none of most types. Numbers and years that are longer than the library takes are not among them:
    // there
    // it is stricter than XML Schema by intent.
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "0",
            "1.5",
            "19801302",
            "1980-13-02",
            "1980-02-30",
            "1980-2-3",
            "0000-01-01",
            "2026-11-24T25:00:00",
            "2026-11-24 01:02:03",
            "999080000001",
            "true",
            "TRUE",
            "2147483648",
            "a\tb\nc",
            "Số 1,  ngõ 2",
            "<",
            "==",
            "A".repeat(101),
            "A".repeat(300));

    private final Grammar grammar;
    private final Chance chance;

    private Breaking(Grammar grammar, Chance chance) {
        this.grammar = grammar;
        this.chance = chance;
    }

    /** The same message with one change, or as it was where the change finds nothing to change. */
    static Node of(Grammar grammar, Node root, Chance chance) {
        return new Breaking(grammar, chance).broken(root, grammar.root(root.name()));
    }

    private Node broken(Node node, Rule rule) {
        if (!(rule instanceof Complex complex)) {
            return rule instanceof Rule.Kept ? node : wrongText(node, rule);
        }
        if (complex.text() != null) {
            return chance.oneIn(3) ? attributes(node, complex) : wrongText(node, rule);
        }
        if (node.children().isEmpty() || chance.oneIn(12)) {
            return chance.oneIn(2) ? attributes(node, complex) : add(node, complex);
        }
        return chance.oneIn(3) ? children(node, complex) : below(node, complex);
    }

    private Node below(Node node, Complex rule) {
        List<Node> children = new ArrayList<>(node.children());
        int at = chance.upTo(children.size() - 1);
        ElementRule known = grammar.element(rule, children.get(at));
        if (known != null) {
            children.set(at, broken(children.get(at), known.rule()));
        }
        return node.withChildren(children);
    }

    private Node children(Node node, Complex rule) {
        List<Node> children = new ArrayList<>(node.children());
        int at = chance.upTo(children.size() - 1);
        switch (chance.upTo(3)) {
            case 0 -> children.remove(at);
            case 1 -> children.add(at, children.get(at));
            case 2 -> children.add(chance.upTo(children.size() - 1), children.remove(at));
            default -> {
                return add(node, rule);
            }
        }
        return node.withChildren(children);
    }

    private Node add(Node node, Complex rule) {
        List<Node> children = new ArrayList<>(node.children());
        String name = rule.steps().isEmpty() || chance.oneIn(2)
                ? "KhongCo"
                : chance.of(chance.of(rule.steps()).alternatives()).name();
        String namespace = chance.oneIn(4) ? "urn:x:1" : !grammar.takesLocalNames() && chance.oneIn(6) ? "" : null;
        children.add(
                chance.upTo(children.size()),
                new Node(namespace, name, List.of(), chance.of(TEXTS).strip(), null, List.of()));
        return node.withChildren(children);
    }

    private Node wrongText(Node node, Rule rule) {
        TextRule type = Rule.textOf(rule);
        if (isUri(type)) {
            return node;
        }
        if (chance.oneIn(8)) {
            return Node.of(node.name(), List.of(Node.text("x", "")));
        }
        String text = chance.of(TEXTS);
        boolean collapses = type == null || type.kind().collapses();
        return node.withText(collapses ? XmlText.collapse(text) : text);
    }

    private Node attributes(Node node, Complex rule) {
        List<Attribute> attributes = new ArrayList<>(node.attributes());
        if (attributes.isEmpty() || chance.oneIn(4)) {
            attributes.add(new Attribute(chance.oneIn(2) ? "urn:x:1" : "", "khongCo", "x"));
        } else {
            int at = chance.upTo(attributes.size() - 1);
            Attribute changed = attributes.remove(at);
            AttributeRule known = rule.attribute(changed);
            if (chance.oneIn(2) && known != null && !isUri(known.text())) {
                attributes.add(new Attribute(changed.namespace(), changed.name(), chance.of(TEXTS)));
            }
        }
        return node.with(attributes);
    }

    // Nearly every text is a URI for XML Schema; each reader draws its own line, and ours is wide.
    private static boolean isUri(@Nullable TextRule type) {
        return type != null && type.kind() == TextRule.Kind.URI;
    }
}
