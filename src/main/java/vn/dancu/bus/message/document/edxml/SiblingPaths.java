package vn.dancu.bus.message.document.edxml;

import java.util.HashMap;
import java.util.Map;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.FieldRefusals;

/** The paths of an element's children, in their order; an index counts those of one name where there are several. */
final class SiblingPaths {

    private final String path;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> passed = new HashMap<>();

    SiblingPaths(Node parent, String path) {
        this.path = path;
        parent.children().forEach(child -> counts.merge(name(child), 1, Integer::sum));
    }

    /** The path of the next child. */
    String next(Node child) {
        String name = name(child);
        int index = passed.merge(name, 1, Integer::sum) - 1;
        return FieldRefusals.join(path, counts.getOrDefault(name, 1) == 1 ? name : name + "[" + index + "]");
    }

    /** The name of an element, with its namespace where that is not the family's. */
    static String name(Node child) {
        return child.isOwn() ? child.name() : "{" + child.namespace() + "}" + child.name();
    }
}
