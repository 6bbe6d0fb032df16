package vn.dancu.bus.message.path;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.path.MessagePath.Step;

/** Follows a path through a tree. */
final class PathFinder {

    private final List<Step> steps;

    PathFinder(List<Step> steps) {
        this.steps = steps;
    }

    List<Node> all(Node root) {
        List<Node> here = List.of(root);
        for (Step step : steps) {
            List<Node> next = new ArrayList<>();
            here.forEach(node -> next.addAll(children(node, step)));
            here = next;
        }
        return here;
    }

    private static List<Node> children(Node node, Step step) {
        List<Node> named = node.children().stream().filter(step::names).toList();
        if (step.isAny()) {
            return named;
        }
        return step.index() < named.size() ? List.of(named.get(step.index())) : List.of();
    }
}
