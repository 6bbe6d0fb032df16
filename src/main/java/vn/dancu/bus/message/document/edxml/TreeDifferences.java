package vn.dancu.bus.message.document.edxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.FieldRefusals;

/** What did not come back. */
final class TreeDifferences {

    private final List<String> paths = new ArrayList<>();

    private TreeDifferences() {}

    /** Paths of what is in one tree and not in the other, elements of different names in any order. */
    static List<String> of(Node there, Node back) {
        TreeDifferences differences = new TreeDifferences();
        differences.compare(there, back, "");
        return differences.paths;
    }

    /** Names of the components that differ. */
    static <T> List<String> of(T there, T back, Function<T, Map<String, Optional<Object>>> components) {
        Map<String, Optional<Object>> other = components.apply(back);
        return components.apply(there).entrySet().stream()
                .filter(component -> !isCarried(component.getValue(), other.get(component.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    // Of a set all must come back, and more may.
    private static boolean isCarried(Optional<Object> there, @Nullable Optional<Object> back) {
        return there.equals(back)
                || (back != null
                        && there.orElse(null) instanceof Set<?> some
                        && back.orElse(null) instanceof Set<?> all
                        && all.containsAll(some));
    }

    private void compare(Node there, Node back, String path) {
        if (!there.text().equals(back.text()) || there.content() != back.content()) {
            paths.add(path);
            return;
        }
        for (Attribute attribute : there.attributes()) {
            if (!back.attributes().contains(attribute)) {
                paths.add(FieldRefusals.join(path, "@" + attribute.name()));
            }
        }
        Map<String, Deque<Node>> others = new HashMap<>();
        back.children().forEach(child -> others.computeIfAbsent(SiblingPaths.name(child), name -> new ArrayDeque<>())
                .add(child));
        SiblingPaths places = new SiblingPaths(there, path);
        for (Node child : there.children()) {
            Deque<Node> alike = others.get(SiblingPaths.name(child));
            String place = places.next(child);
            if (alike == null || alike.isEmpty()) {
                paths.add(place);
            } else {
                compare(child, alike.remove(), place);
            }
        }
    }
}
