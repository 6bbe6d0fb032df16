package vn.dancu.bus.message.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;

/** What the elements that stand once have besides what the records carry: an element of the same name for each. */
final class Shells {

    private static final List<Attribute> VERSION = List.of(new Attribute("", "version", "1.0"));

    private final List<Node> shells;

    Shells(List<Node> shells) {
        this.shells = shells;
    }

    /** The shells of elements that were read. */
    static List<Node> of(List<Part> parts) {
        List<Node> shells = new ArrayList<>(2);
        for (Part part : parts) {
            Node shell =
                    Node.of(part.node().name(), part.rest()).with(part.node().attributes());
            if (!shell.attributes().isEmpty() || !shell.children().isEmpty() || isVersioned(shell.name())) {
                shells.add(shell);
            }
        }
        return List.copyOf(shells);
    }

    /** That element, with its shell around what it holds; null where it would be empty. */
    @Nullable
    Node wrapUnlessEmpty(Elements holding) {
        Node node = holding.done();
        Node shell = shell(node.name());
        return shell == null && node.children().isEmpty() ? null : wrap(node, shell);
    }

    /** That element, with its shell around what it holds. */
    Node wrap(Elements holding) {
        Node node = holding.done();
        return wrap(node, shell(node.name()));
    }

    private static Node wrap(Node node, @Nullable Node shell) {
        if (shell == null) {
            return isVersioned(node.name()) ? node.with(VERSION) : node;
        }
        List<Node> children = new ArrayList<>(node.children());
        children.addAll(shell.children());
        return node.withChildren(children).with(shell.attributes());
    }

    private @Nullable Node shell(String name) {
        for (Node shell : shells) {
            if (shell.name().equals(name)) {
                return shell;
            }
        }
        return null;
    }

    // Every sample gives these two a version; what a program makes has it, what was read has what it had.
    private static boolean isVersioned(String name) {
        return name.equals("edXMLManifest") || name.equals("TraceHeaderList");
    }
}
