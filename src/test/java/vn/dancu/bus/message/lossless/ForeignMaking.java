package vn.dancu.bus.message.lossless;

import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;

/** Makes what no schema knows: elements and attributes of other namespaces, of none, and of the family's own. */
final class ForeignMaking {

    private static final int DEEPEST = 3;

    private static final List<String> NAMESPACES = List.of(
            "http://www.w3.org/2000/09/xmldsig#",
            "urn:x:1",
            "urn:x:2",
            "http://x.test/a?b=c&d=\"e\"",
            "urn:{braces}",
            XMLConstants.XML_NS_URI,
            "không gian tên");
    private static final List<String> NAMES =
            List.of("Signature", "x", "y", "ghi-chú", "a.b", "_", "order", "text", "mixed", "x-1");

    private final Chance chance;
    private final TextMaking texts;

    ForeignMaking(Chance chance, TextMaking texts) {
        this.chance = chance;
        this.texts = texts;
    }

    /** An element of another namespace, which open content may hold. */
    Node element() {
        return element(chance.of(NAMESPACES), 1);
    }

    /** An element of no namespace or of the family's own that the schema does not have. */
    Node unknown() {
        String namespace = chance.oneIn(3) ? "" : null;
        return filled(new Node(namespace, unknownName(), List.of(), "", null, List.of()), 1);
    }

    private String unknownName() {
        return "La" + chance.of(NAMES);
    }

    /** The element with anything in it (xs:anyType). */
    Node filled(Node node) {
        return filled(node, 1);
    }

    private Node element(String namespace, int depth) {
        return filled(new Node(namespace, chance.of(NAMES), List.of(), "", null, List.of()), depth);
    }

    private Node filled(Node node, int depth) {
        Node dressed = node.with(attributes());
        if (depth == DEEPEST || chance.oneIn(2)) {
            return dressed.withText(chance.oneIn(4) ? "" : texts.any(true));
        }
        boolean mixed = chance.oneIn(3);
        List<Node> children = new ArrayList<>();
        for (int i = chance.upTo(3); i > 0; i--) {
            if (mixed && chance.oneIn(2)) {
                addText(children);
            }
            children.add(child(depth));
        }
        if (mixed && !children.isEmpty()) {
            addText(children);
        }
        return dressed.withChildren(children);
    }

    // White space alone between foreign elements is taken for layout; a piece of text has more.
    private void addText(List<Node> children) {
        children.add(Node.text(Node.TEXT, "x" + texts.any(true)));
    }

    private Node child(int depth) {
        return switch (chance.upTo(5)) {
            case 0 -> filled(Node.text(unknownName(), ""), depth + 1);
            case 1 -> element("", depth + 1);
            default -> element(chance.of(NAMESPACES), depth + 1);
        };
    }

    /** Attributes of any namespace. */
    List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        if (chance.oneIn(3)) {
            attributes.add(new Attribute("", unknownName(), texts.any(true)));
        }
        attributes.addAll(qualified());
        return attributes;
    }

    /** Attributes of other namespaces. */
    List<Attribute> qualified() {
        List<Attribute> attributes = new ArrayList<>();
        if (chance.oneIn(6)) {
            attributes.add(new Attribute(XMLConstants.XML_NS_URI, "lang", "vi"));
        }
        if (chance.oneIn(4)) {
            attributes.add(new Attribute(chance.of(NAMESPACES), "href", texts.any(true)));
        }
        if (chance.oneIn(6)) {
            attributes.add(new Attribute(NAMESPACES.get(0), "loại", texts.any(false)));
        }
        return attributes;
    }
}
