package vn.dancu.bus.message.typed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.AttributeRule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.TextRule;

/**
 * Puts what JAXB wrote of an object into the element that the object was read from: the parts that its class does not map, the
 * order, and the spelling of values that did not change are those of the origin.
 */
final class OriginMerge {

    private static final String ANY = "*";

    private final MappedParts parts;

    OriginMerge(MappedParts parts) {
        this.parts = parts;
    }

    Node of(Complex rule, Node origin, Node written) {
        String namespace = origin.name().equals(written.name()) ? origin.namespace() : written.namespace();
        List<Attribute> attributes = attributes(rule, origin.attributes(), written.attributes());
        TextRule text = rule.text();
        if (text != null) {
            String spelling = ValueSpace.isSame(text, origin.text(), written.text()) ? origin.text() : written.text();
            return new Node(namespace, written.name(), attributes, spelling, written.content(), List.of());
        }
        return new Node(namespace, written.name(), attributes, "", null, children(rule, origin, written));
    }

    private List<Attribute> attributes(Rule rule, List<Attribute> origin, List<Attribute> written) {
        List<Attribute> left = new ArrayList<>(written);
        List<Attribute> merged = new ArrayList<>(origin.size());
        for (Attribute before : origin) {
            Attribute now = parts.isMapped(rule, before) ? take(left, before) : before;
            if (now != null) {
                merged.add(isSame(rule, before, now) ? before : now);
            }
        }
        merged.addAll(left);
        return merged;
    }

    private static @Nullable Attribute take(List<Attribute> written, Attribute like) {
        for (Iterator<Attribute> all = written.iterator(); all.hasNext(); ) {
            Attribute one = all.next();
            if (one.name().equals(like.name()) && one.namespace().equals(like.namespace())) {
                all.remove();
                return one;
            }
        }
        return null;
    }

    private static boolean isSame(Rule rule, Attribute before, Attribute now) {
        AttributeRule known = rule instanceof Complex complex ? complex.attribute(before) : null;
        return known != null && ValueSpace.isSame(known.text(), before.value(), now.value());
    }

    // Each mapped child of the origin is a place for the next written one of its name.
    private List<Node> children(Complex rule, Node origin, Node written) {
        Map<String, Deque<Node>> left = new LinkedHashMap<>();
        written.children().forEach(child -> left.computeIfAbsent(key(rule, child), name -> new ArrayDeque<>())
                .add(child));
        List<Node> merged = new ArrayList<>(origin.children().size());
        for (Node before : origin.children()) {
            if (!parts.isMapped(rule, before)) {
                merged.add(before);
                continue;
            }
            Deque<Node> ofName = left.get(key(rule, before));
            Node now = ofName == null ? null : ofName.poll();
            if (now != null) {
                merged.add(child(parts.known(rule, before), before, now));
            }
        }
        left.values().forEach(rest -> rest.forEach(child -> insert(rule, merged, child)));
        return List.copyOf(merged);
    }

    private String key(Rule rule, Node child) {
        return parts.known(rule, child) == null ? ANY : child.name();
    }

    /** A child that is an object was merged with its own origin already. */
    private Node child(@Nullable ElementRule known, Node before, Node now) {
        Rule rule = MappedParts.ruleOf(known);
        if (rule instanceof TextRule text) {
            String spelling = ValueSpace.isSame(text, before.text(), now.text()) ? before.text() : now.text();
            return new Node(before.namespace(), before.name(), before.attributes(), spelling, now.content(), List.of());
        }
        return rule instanceof Rule.Kept && isSame(before, now) ? before : now;
    }

    private boolean isSame(Node before, Node now) {
        return before.name().equals(now.name())
                && before.text().equals(now.text())
                && mapped(before).equals(new HashSet<>(now.attributes()))
                && before.children().size() == now.children().size()
                && isSame(before.children().iterator(), now.children().iterator());
    }

    private boolean isSame(Iterator<Node> before, Iterator<Node> now) {
        while (before.hasNext()) {
            if (!isSame(before.next(), now.next())) {
                return false;
            }
        }
        return true;
    }

    private Set<Attribute> mapped(Node kept) {
        return new HashSet<>(parts.mapped(MappedParts.KEPT, kept.attributes()));
    }

    // After the last of its name, or where the schema has it.
    private void insert(Complex rule, List<Node> merged, Node child) {
        ElementRule known = parts.known(rule, child);
        int place = merged.size();
        for (int i = merged.size(); i > 0; i--) {
            Node before = merged.get(i - 1);
            if (key(rule, before).equals(key(rule, child)) && parts.isMapped(rule, before)) {
                merged.add(i, child);
                return;
            }
            ElementRule other = parts.known(rule, before);
            if (known != null && other != null && rule.isOrdered() && other.step() > known.step()) {
                place = i - 1;
            }
        }
        merged.add(place, child);
    }
}
