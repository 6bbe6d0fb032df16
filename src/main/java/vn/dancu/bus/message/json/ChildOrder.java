package vn.dancu.bus.message.json;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;

/** Decides whether JSON must list the order of elements: it groups those of one name, so some orders would be lost. */
final class ChildOrder {

    private final Grammar grammar;

    ChildOrder(Grammar grammar) {
        this.grammar = grammar;
    }

    /**
     * The usual case, found without counting: each step of an ordered content after the one before.
     *
     * @return the rule of each element; null in every other case
     */
    ElementRule @Nullable [] rulesInOrder(List<Node> children, Complex parent) {
        if (!parent.isOrdered()) {
            return null;
        }
        ElementRule[] rules = new ElementRule[children.size()];
        ElementRule last = null;
        for (int i = 0; i < rules.length; i++) {
            Node child = children.get(i);
            ElementRule known = child.namespace() == null
                    ? grammar.element(parent, child, last == null ? 0 : last.ordinal())
                    : null;
            if (known == null || (last != null && known != last && known.step() <= last.step())) {
                return null;
            }
            rules[i] = known;
            last = known;
        }
        return rules;
    }

    /** Whether a reader finds the same order without a list: equal names together, and in the order of the schema if it has one. */
    boolean isRegular(List<Node> children, @Nullable Complex parent) {
        Set<String> strange = new HashSet<>(0);
        boolean[] seen = new boolean[parent == null ? 0 : parent.steps().size()];
        boolean ordered = parent != null && parent.isOrdered();
        int last = 0;
        for (int i = 0; i < children.size(); i++) {
            Node child = children.get(i);
            if (i > 0 && sameName(child, children.get(i - 1))) {
                continue;
            }
            ElementRule known = parent == null ? null : grammar.element(parent, child);
            int step = known == null ? Integer.MAX_VALUE : known.step();
            if (ordered && step < last) {
                return false;
            }
            last = step;
            boolean first = parent == null || known == null || child.namespace() != null || parent.hasChoice(step)
                    ? strange.add(PropertyName.of(child))
                    : !seen[step];
            if (!first) {
                return false;
            }
            if (known != null) {
                seen[step] = true;
            }
        }
        return true;
    }

    static boolean sameName(Node a, Node b) {
        return a.name().equals(b.name()) && Objects.equals(a.namespace(), b.namespace());
    }
}
