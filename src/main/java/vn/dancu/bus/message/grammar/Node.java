package vn.dancu.bus.message.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of a question, whatever wire it came on. It has text or children, never both.
 *
 * @param name the element's name in the contract
 * @param text with white space collapsed (every simple type of the contract is a token); empty where there are children
 * @param children in the order of the wire
 */
public record Node(String name, String text, List<Node> children) {

    public static Node text(String name, String text) {
        return new Node(name, text, List.of());
    }

    public static Node of(String name, List<Node> children) {
        return new Node(name, "", children);
    }

    public @Nullable Node child(String childName) {
        for (Node child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** The text of that child; null where it is absent or empty. */
    public @Nullable String value(String childName) {
        Node child = child(childName);
        return child == null || child.text.isEmpty() ? null : child.text;
    }

    /** A question holds personal data: never its content. */
    @Override
    public String toString() {
        return "Node[" + name + ", masked]";
    }
}
