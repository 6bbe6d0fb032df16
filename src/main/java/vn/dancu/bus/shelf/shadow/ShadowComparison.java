package vn.dancu.bus.shelf.shadow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dancu.bus.shelf.shadow.ShadowCopy.Met;

/** How the copy of a message did otherwise than the message. */
final class ShadowComparison {

    private final List<String> differences = new ArrayList<>();

    private ShadowComparison() {}

    /**
     * The differences, in words without content: kinds, steps and codes.
     *
     * @param end how the copy ended
     */
    static List<String> of(Recording live, ShadowCopy copy, Snapshot end) {
        ShadowComparison comparison = new ShadowComparison();
        EdgeKey missing = copy.missing();
        comparison.edges(shapes(live), shapesOf(copy), missing != null);
        if (missing != null) {
            comparison.differences.add("unanswered " + missing.text());
        } else {
            String before = live.end().outcome();
            if (!before.equals(end.outcome())) {
                comparison.differences.add("outcome " + before + " → " + end.outcome());
            }
            comparison.shapes("end", MessageShape.of(live.end()), MessageShape.of(end));
        }
        return comparison.differences;
    }

    private static Map<String, List<MessageShape>> shapes(Recording live) {
        Map<String, List<MessageShape>> shapes = new LinkedHashMap<>();
        live.calls().forEach(call -> shapes.computeIfAbsent(call.key().text(), key -> new ArrayList<>())
                .add(MessageShape.of(call.before())));
        return shapes;
    }

    private static Map<String, List<MessageShape>> shapesOf(ShadowCopy copy) {
        Map<String, List<MessageShape>> shapes = new LinkedHashMap<>();
        for (Met one : copy.met()) {
            shapes.computeIfAbsent(one.key().text(), key -> new ArrayList<>()).add(one.shape());
        }
        return shapes;
    }

    /** Step by step and each by itself: branches that go at the same time come in any order. */
    private void edges(
            Map<String, List<MessageShape>> before, Map<String, List<MessageShape>> after, boolean isCutShort) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            List<MessageShape> then = before.getOrDefault(key, List.of());
            List<MessageShape> now = after.getOrDefault(key, List.of());
            if (now.size() > then.size()) {
                differences.add("more " + key);
            } else if (now.size() < then.size() && !isCutShort) {
                differences.add("less " + key);
            }
            for (int i = 0; i < Math.min(then.size(), now.size()); i++) {
                shapes(key, then.get(i), now.get(i));
            }
        }
    }

    private void shapes(String where, MessageShape then, MessageShape now) {
        if (!then.hasBodyOf(now)) {
            differences.add("body " + where);
        }
        if (!then.headers().equals(now.headers())) {
            differences.add("headers " + where);
        }
    }
}
