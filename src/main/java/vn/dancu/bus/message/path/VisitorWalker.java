package vn.dancu.bus.message.path;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;

/** One walk of a visitor. */
final class VisitorWalker {

    private static final String MASK = "***";

    private final Visitor visitor;

    VisitorWalker(Visitor visitor) {
        this.visitor = visitor;
    }

    // The root is not visited: what it says is of the message. Where all is masked, that is not relied on.
    Node root(Node root) {
        return visitor == Visitor.MASKING ? masked(root) : root.withChildren(children(root, ""));
    }

    private List<Node> children(Node parent, String path) {
        List<Node> children = new ArrayList<>(parent.children().size());
        for (Node child : parent.children()) {
            Node kept = visit(child, path.isEmpty() ? name(child) : path + "/" + name(child));
            if (kept != null) {
                children.add(kept);
            }
        }
        return children;
    }

    private @Nullable Node visit(Node node, String path) {
        return switch (visitor.visit(path, node)) {
            case KEEP -> node;
            case ENTER -> node.withChildren(children(node, path));
            case MASK -> masked(node);
            case DROP -> null;
        };
    }

    static Node masked(Node node) {
        List<Attribute> attributes = node.attributes().stream()
                .map(attribute -> new Attribute(attribute.namespace(), attribute.name(), MASK))
                .toList();
        List<Node> children =
                node.children().stream().map(VisitorWalker::masked).toList();
        String text = node.text().isEmpty() ? "" : MASK;
        Content content = node.content() == null ? null : Content.of(new byte[0]);
        return new Node(node.namespace(), node.name(), attributes, text, content, children);
    }

    private static String name(Node node) {
        return node.isOwn() ? node.name() : "{" + node.namespace() + "}" + node.name();
    }
}
