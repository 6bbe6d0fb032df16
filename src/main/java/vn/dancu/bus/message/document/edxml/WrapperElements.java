package vn.dancu.bus.message.document.edxml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;

/** What the elements that stand once have besides what the records carry: an element of the same name for each. */
final class WrapperElements {

    private static final List<Attribute> VERSION = List.of(new Attribute("", "version", "1.0"));

    private final List<Node> wrappers;

    WrapperElements(List<Node> wrappers) {
        this.wrappers = wrappers;
    }

    /** The wrappers of elements that were read. */
    static List<Node> of(List<TrackedElement> parts) {
        List<Node> wrappers = new ArrayList<>(2);
        for (TrackedElement part : parts) {
            Node wrapper =
                    Node.of(part.node().name(), part.rest()).with(part.node().attributes());
            if (!wrapper.attributes().isEmpty() || !wrapper.children().isEmpty() || isVersioned(wrapper.name())) {
                wrappers.add(wrapper);
            }
        }
        return List.copyOf(wrappers);
    }

    /** That element, with its wrapper around what it holds; null where it would be empty. */
    @Nullable
    Node wrapUnlessEmpty(Elements holding) {
        Node node = holding.done();
        Node wrapper = wrapper(node.name());
        return wrapper == null && node.children().isEmpty() ? null : wrap(node, wrapper);
    }

    /** That element, with its wrapper around what it holds. */
    Node wrap(Elements holding) {
        Node node = holding.done();
        return wrap(node, wrapper(node.name()));
    }

    private static Node wrap(Node node, @Nullable Node wrapper) {
        if (wrapper == null) {
            return isVersioned(node.name()) ? node.with(VERSION) : node;
        }
        List<Node> children = new ArrayList<>(node.children());
        children.addAll(wrapper.children());
        return node.withChildren(children).with(wrapper.attributes());
    }

    private @Nullable Node wrapper(String name) {
        for (Node wrapper : wrappers) {
            if (wrapper.name().equals(name)) {
                return wrapper;
            }
        }
        return null;
    }

    // Every sample gives these two a version; what a program makes has it, what was read has what it had.
    private static boolean isVersioned(String name) {
        return name.equals("edXMLManifest") || name.equals("TraceHeaderList");
    }
}
