package vn.dancu.bus.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of a message, whatever wire it came on. Immutable. It has text, or a content, or children; only what a
 * schema leaves open may mix text among children, and then each piece of text is a child named {@value #TEXT}.
 *
 * <pre>{@code
 * Node person = Node.of("CongDan", List.of(Node.text("SoDinhDanh", "999080000001")));
 * person.value("SoDinhDanh"); // 999080000001
 * }</pre>
 *
 * @param namespace null for a namespace of the message's own family, empty for none, else the namespace of another
 * @param name the local name
 * @param attributes in the order of the wire; namespace declarations and schema locations are none
 * @param text of the element; with white space collapsed where its type is a token
 * @param content the bytes of a binary element; null for every other
 * @param children in the order of the wire
 */
public record Node(
        @Nullable String namespace,
        String name,
        List<Attribute> attributes,
        String text,
        @Nullable Content content,
        List<Node> children) {

    /** The name of a piece of text among children. */
    public static final String TEXT = "#text";

    /**
     * One attribute.
     *
     * @param namespace empty for none, which is usual
     */
    public record Attribute(String namespace, String name, String value) {

        /** An attribute may hold personal data: never its value. */
        @Override
        public String toString() {
            return "Attribute[" + name + ", masked]";
        }
    }

    /** An element of the family with text. */
    public static Node text(String name, String text) {
        return new Node(null, name, List.of(), text, null, List.of());
    }

    /** An element of the family with children. */
    public static Node of(String name, List<Node> children) {
        return new Node(null, name, List.of(), "", null, children);
    }

    /** An element of the family with bytes, such as an attachment. */
    public static Node of(String name, Content content) {
        return new Node(null, name, List.of(), "", content, List.of());
    }

    /** The same element with these attributes. */
    public Node with(List<Attribute> others) {
        return new Node(namespace, name, others, text, content, children);
    }

    /** The same element with these children. */
    public Node withChildren(List<Node> others) {
        return new Node(namespace, name, attributes, text, content, others);
    }

    /** The same element with that text in place of what it held. */
    public Node withText(String other) {
        return new Node(namespace, name, attributes, other, null, List.of());
    }

    /** The first child of that name in the family, or in no namespace; null where there is none. */
    public @Nullable Node child(String childName) {
        for (Node child : children) {
            if (child.name.equals(childName) && child.isOwn()) {
                return child;
            }
        }
        return null;
    }

    /** Every child of that name in the family, or in no namespace. */
    public List<Node> all(String childName) {
        return children.stream()
                .filter(child -> child.name.equals(childName) && child.isOwn())
                .toList();
    }

    /** The text of that child; null where it is absent or empty. */
    public @Nullable String value(String childName) {
        Node child = child(childName);
        return child == null || child.text.isEmpty() ? null : child.text;
    }

    /** The value of that attribute, which is in no namespace; null where it is absent. */
    public @Nullable String attribute(String attributeName) {
        return attribute("", attributeName);
    }

    /** The value of that attribute; null where it is absent. */
    public @Nullable String attribute(String attributeNamespace, String attributeName) {
        for (Attribute attribute : attributes) {
            if (attribute.name.equals(attributeName) && attribute.namespace.equals(attributeNamespace)) {
                return attribute.value;
            }
        }
        return null;
    }

    /** Whether the element belongs to the family of its message; one without namespace is taken for that. */
    public boolean isOwn() {
        return namespace == null || namespace.isEmpty();
    }

    /** A message holds personal data: never its content. */
    @Override
    public String toString() {
        return "Node[" + name + ", masked]";
    }
}
