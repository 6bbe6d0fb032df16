package vn.dancu.bus.message.grammar;

import java.util.List;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.grammar.Rule.AttributeRule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;

/** One check of one message: what stands at a level first, then what is in each of its elements. */
final class MessageChecker {

    private final Grammar grammar;
    private final PathTracker place;
    private final FindingReporter reporter;

    MessageChecker(Grammar grammar, Reaction reaction) {
        this(grammar, reaction, "");
    }

    MessageChecker(Grammar grammar, Reaction reaction, String path) {
        this.grammar = grammar;
        this.place = new PathTracker(path);
        this.reporter = new FindingReporter(grammar, place, reaction);
    }

    void check(Node node, Rule rule) {
        if (rule instanceof TextRule text) {
            text(node, text);
            if (!node.attributes().isEmpty()) {
                reporter.unknownAttribute(node.attributes().get(0));
            }
        } else if (rule instanceof Complex complex) {
            complex(node, complex);
        }
    }

    private void complex(Node node, Complex rule) {
        attributes(node, rule);
        TextRule text = rule.text();
        if (text != null) {
            text(node, text);
            return;
        }
        if (!node.text().isEmpty()) {
            reporter.textAmongElements();
        }
        if (!isRegular(node.children(), rule)) {
            reporter.irregular(node.children(), rule);
        }
        children(node.children(), rule);
    }

    private void children(List<Node> children, Complex rule) {
        int[] counts = new int[rule.steps().size()];
        for (Node child : children) {
            ElementRule known = grammar.element(rule, child);
            if (known != null) {
                place.enter(known.name(), known.repeats(), counts[known.step()]++);
                check(child, known.rule());
                place.leave();
            }
        }
    }

    private void text(Node node, TextRule rule) {
        if (!node.children().isEmpty()) {
            reporter.elementsInText(rule);
        } else if (rule.kind() == TextRule.Kind.BINARY) {
            if (node.content() == null && !node.text().isEmpty()) {
                reporter.invalid(rule, node.text());
            }
        } else if (!rule.accepts(node.text())) {
            reporter.invalid(rule, node.text());
        } else if (!rule.isKnown(node.text())) {
            reporter.unlisted(rule, node.text());
        }
    }

    private void attributes(Node node, Complex rule) {
        for (Attribute attribute : node.attributes()) {
            AttributeRule known = rule.attribute(attribute);
            if (known != null) {
                attribute(attribute, known);
            } else if (attribute.namespace().isEmpty() || !rule.hasOpenAttributes()) {
                reporter.unknownAttribute(attribute);
            }
        }
        for (AttributeRule expected : rule.attributes()) {
            if (expected.required() && node.attribute(expected.namespace(), expected.name()) == null) {
                reporter.missingAttribute(expected);
            }
        }
    }

    private void attribute(Attribute attribute, AttributeRule rule) {
        if (!rule.text().accepts(attribute.value())) {
            place.enter("@" + attribute.name(), false, 0);
            reporter.invalid(rule.text(), attribute.value());
            place.leave();
        }
    }

    private boolean isRegular(List<Node> children, Complex rule) {
        ContentModelMatcher level = new ContentModelMatcher(rule);
        children.forEach(child -> level.add(grammar.element(rule, child), child.isOwn()));
        return level.isRegular();
    }
}
