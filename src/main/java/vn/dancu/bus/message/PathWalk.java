package vn.dancu.bus.message;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.message.MessagePath.Step;

/** Follows a path through a tree. */
final class PathWalk {

    private final List<Step> steps;

    PathWalk(List<Step> steps) {
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
