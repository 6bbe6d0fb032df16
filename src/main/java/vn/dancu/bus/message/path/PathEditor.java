package vn.dancu.bus.message.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.path.MessagePath.Step;

/** Sets or takes away what stands at a path; copies the elements on the way and shares all others. */
final class PathEditor {

    private final Grammar grammar;
    private final MessagePath path;
    private final @Nullable String text;

    PathEditor(Grammar grammar, MessagePath path, @Nullable String text) {
        this.grammar = grammar;
        this.path = path;
        this.text = text;
    }

    Node of(Node root) {
        return change(root, grammar.root(root.name()), 0);
    }

    private Node change(Node node, @Nullable Rule rule, int at) {
        if (at == path.steps().size()) {
            return node.withText(Optional.ofNullable(text).orElse(""));
        }
        Step step = path.steps().get(at);
        if (step.attribute()) {
            return node.with(attributes(node, step));
        }
        List<Node> children = new ArrayList<>(node.children());
        Complex parent = rule instanceof Complex complex ? complex : null;
        ElementRule known = parent == null || step.namespace() != null ? null : parent.element(step.name());
        int place = placeOf(children, step);
        boolean last = at == path.steps().size() - 1;
        if (place < children.size()) {
            if (text == null && last) {
                children.remove(place);
            } else {
                children.set(place, change(children.get(place), ruleOf(known), at + 1));
            }
        } else if (text != null) {
            children.add(change(made(step), ruleOf(known), at + 1));
            if (parent != null) {
                grammar.sort(parent, children);
            }
        }
        return node.withChildren(children);
    }

    private static Node made(Step step) {
        return new Node(step.namespace(), step.name(), List.of(), "", null, List.of());
    }

    private static @Nullable Rule ruleOf(@Nullable ElementRule known) {
        return known == null ? null : known.rule();
    }

    /** Where the child stands; the number of children where it is to be made. */
    private static int placeOf(List<Node> children, Step step) {
        int wanted = step.isAny() ? 0 : step.index();
        int count = 0;
        for (int i = 0; i < children.size(); i++) {
            if (step.names(children.get(i)) && count++ == wanted) {
                return i;
            }
        }
        if (wanted > count) {
            throw new IllegalArgumentException("The next free index of " + step.name() + " is " + count);
        }
        return children.size();
    }

    private List<Attribute> attributes(Node node, Step step) {
        String namespace = Optional.ofNullable(step.namespace()).orElse("");
        List<Attribute> attributes = new ArrayList<>();
        boolean found = false;
        for (Attribute attribute : node.attributes()) {
            boolean meant = attribute.name().equals(step.name())
                    && attribute.namespace().equals(namespace);
            found |= meant;
            if (!meant) {
                attributes.add(attribute);
            } else if (text != null) {
                attributes.add(new Attribute(namespace, step.name(), text));
            }
        }
        if (!found && text != null) {
            attributes.add(new Attribute(namespace, step.name(), text));
        }
        return attributes;
    }
}
