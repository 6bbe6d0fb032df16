package vn.dancu.bus.message.path;

import java.util.Set;
import vn.dancu.bus.message.Node;

/**
 * Walks a message and says of each element whether it stays. Elements of other namespaces are visited like the others; the
 * root is not visited and stays with its attributes.
 *
 * <pre>{@code
 * Message released = message.visit(Visitor.only(Set.of("CongDan/SoDinhDanh", "CongDan/HoVaTen")));
 * Message forTheLog = message.visit(Visitor.MASKING);
 * }</pre>
 */
@FunctionalInterface
public interface Visitor {

    /** What becomes of an element. */
    enum Verdict {
        /** It stays, and so does what is in it. */
        KEEP,
        /** It stays, and what is in it is visited. */
        ENTER,
        /** It goes, with all that is in it. */
        DROP,
        /** It stays; the values and attributes in it give way to asterisks, its contents to nothing. */
        MASK
    }

    /**
     * @param path names from below the root joined by {@code /}, without indexes; a strange namespace is written in braces
     * @param node the element
     */
    Verdict visit(String path, Node node);

    /** What this visitor leaves of a tree. */
    default Node visit(Node root) {
        return new VisitorWalker(this).root(root);
    }

    /** Every value masked, those of the root too: the shape of the message is left, and nothing of anybody. */
    Visitor MASKING = (path, node) -> Verdict.MASK;

    /** These elements with all in them, and those in which they stand; nothing else. */
    static Visitor only(Set<String> paths) {
        Set<String> kept = Set.copyOf(paths);
        return (path, node) -> {
            if (kept.contains(path)) {
                return Verdict.KEEP;
            }
            String within = path + "/";
            return kept.stream().anyMatch(wanted -> wanted.startsWith(within)) ? Verdict.ENTER : Verdict.DROP;
        };
    }
}
