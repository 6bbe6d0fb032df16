package vn.dancu.bus.message.lossless;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.AttributeRule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.Rule.Step;
import vn.dancu.bus.message.grammar.TextRule;

/** Makes messages of a family by its rules. */
final class TreeMaking {

    private static final int MOST_BYTES = 90;

    private final Grammar grammar;
    private final Chance chance;
    private final Strangeness strangeness;
    private final TextMaking texts;
    private final ForeignMaking foreign;

    /** How far a message may be from what its schema says. */
    enum Strangeness {
        /** What any reader of the schema accepts. */
        VALID,
        /** The same, where the characters of names are not only those of the basic plane, and other elements stand by. */
        OPEN,
        /** What a lenient reading keeps: elements and attributes that are unknown, or out of order, or in no namespace. */
        DEVIATING
    }

    TreeMaking(Grammar grammar, Chance chance, Strangeness strangeness) {
        this.grammar = grammar;
        this.chance = chance;
        this.strangeness = strangeness;
        this.texts = new TextMaking(chance, strangeness != Strangeness.VALID);
        this.foreign = new ForeignMaking(chance, texts);
    }

    /** One message, of any of the family's roots. */
    Node root() {
        String name = chance.of(List.copyOf(grammar.roots()));
        String namespace = grammar.isNativeJson() ? null : namespace();
        return filled(new Node(namespace, name, List.of(), "", null, List.of()), grammar.root(name), 1);
    }

    private Node filled(Node node, Rule rule, int depth) {
        if (rule instanceof Rule.Kept) {
            return foreign.filled(node);
        }
        if (rule instanceof TextRule text) {
            return text(node.with(unknownAttributes()), text);
        }
        Complex complex = (Complex) rule;
        Node dressed = node.with(attributes(complex));
        return complex.text() != null ? text(dressed, complex.text()) : dressed.withChildren(children(complex, depth));
    }

    private Node text(Node node, TextRule rule) {
        if (rule.kind() != TextRule.Kind.BINARY) {
            return node.withText(texts.of(rule));
        }
        Content content = Content.of(chance.bytes(chance.upTo(MOST_BYTES)));
        return new Node(node.namespace(), node.name(), node.attributes(), "", content, List.of());
    }

    private List<Attribute> attributes(Complex rule) {
        List<Attribute> attributes = new ArrayList<>();
        for (AttributeRule known : rule.attributes()) {
            if (known.required() || chance.oneIn(2)) {
                attributes.add(new Attribute(known.namespace(), known.name(), texts.of(known.text())));
            }
        }
        if (rule.hasOpenAttributes() && chance.oneIn(3)) {
            attributes.addAll(foreign.qualified());
        } else {
            attributes.addAll(unknownAttributes());
        }
        return attributes;
    }

    private List<Attribute> unknownAttributes() {
        return isDeviating(25) ? foreign.attributes() : List.of();
    }

    private List<Node> children(Complex rule, int depth) {
        List<Node> children = new ArrayList<>();
        for (Step step : rule.steps()) {
            for (int i = times(step, depth); i > 0; i--) {
                ElementRule element = chance.of(step.alternatives());
                children.add(filled(
                        new Node(namespace(), element.name(), List.of(), "", null, List.of()),
                        element.rule(),
                        depth + 1));
            }
        }
        if (isDeviating(20)) {
            children.add(chance.upTo(children.size()), foreign.unknown());
        }
        if (!rule.isOrdered() || isDeviating(20)) {
            chance.shuffle(children);
        }
        if (rule.isOpen() && chance.oneIn(3)) {
            children.add(rule.isOrdered() ? children.size() : chance.upTo(children.size()), foreign.element());
        }
        return children;
    }

    // The deeper, the fewer: a message is of the size of a real one.
    private int times(Step step, int depth) {
        if (step.max() == 1) {
            return step.min() == 1 || chance.oneIn(depth + 1) ? 1 : 0;
        }
        return Math.min(step.max(), step.min() + (chance.oneIn(depth) ? chance.upTo(3) : 0));
    }

    private @org.jspecify.annotations.Nullable String namespace() {
        return grammar.takesLocalNames() && isDeviating(6) ? "" : null;
    }

    private boolean isDeviating(int times) {
        return strangeness == Strangeness.DEVIATING && chance.oneIn(times);
    }
}
