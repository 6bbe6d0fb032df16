package vn.dancu.bus.message.question;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.grammar.Node;

/** Gathers the children of a node; absent values are left out. */
final class Writing {

    private final String name;
    private final List<Node> children = new ArrayList<>();

    Writing(String name) {
        this.name = name;
    }

    Writing add(String child, @Nullable String text) {
        if (text != null) {
            children.add(Node.text(child, text));
        }
        return this;
    }

    Writing add(@Nullable Node child) {
        if (child != null) {
            children.add(child);
        }
        return this;
    }

    Node done() {
        return Node.of(name, children);
    }
}
