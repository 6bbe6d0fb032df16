package vn.dancu.bus.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the children of an element; absent values are left out. */
public final class Elements {

    private final String name;
    private final List<Node> children = new ArrayList<>();

    private Elements(String name) {
        this.name = name;
    }

    /** Begins an element of that name. */
    public static Elements of(String name) {
        return new Elements(name);
    }

    /** Adds an element with text, unless the text is null. */
    public Elements add(String child, @Nullable String text) {
        if (text != null) {
            children.add(Node.text(child, text));
        }
        return this;
    }

    /** Adds an element, unless it is null. */
    public Elements add(@Nullable Node child) {
        if (child != null) {
            children.add(child);
        }
        return this;
    }

    /** Adds elements in their order. */
    public Elements addAll(List<Node> others) {
        children.addAll(others);
        return this;
    }

    /** The element; nothing more is added to it. */
    public Node done() {
        return Node.of(name, List.copyOf(children));
    }

    /** The element, or null where it would be empty. */
    public @Nullable Node doneUnlessEmpty() {
        return children.isEmpty() ? null : done();
    }
}
