package vn.dancu.bus.trust.message;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The elements of a document by wsu:Id. No value comes twice, whatever an attribute that names an element is called. */
final class ElementIds {

    private final Map<String, Element> byId = new HashMap<>();
    private final Set<String> values = new HashSet<>();

    private ElementIds() {}

    /** @throws vn.dancu.bus.kernel.BusException {@code signature_forbidden} where two elements have the same id */
    static ElementIds of(Document document) {
        ElementIds ids = new ElementIds();
        Node node = document.getDocumentElement();
        while (node != null) {
            if (node instanceof Element element) {
                ids.add(element);
            }
            node = next(node, document);
        }
        return ids;
    }

    /** In document order, without recursion. */
    private static @Nullable Node next(Node node, Document document) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && at != document && at.getNextSibling() == null) {
            at = at.getParentNode();
        }
        return at == null || at == document ? null : at.getNextSibling();
    }

    private void add(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!isId(attribute)) {
                continue;
            }
            if (!values.add(attribute.getValue())) {
                throw MessageRefusals.forbidden("ids that come once");
            }
            if (Names.WSU.equals(attribute.getNamespaceURI())) {
                byId.put(attribute.getValue(), element);
            }
        }
    }

    private static boolean isId(Attr attribute) {
        String name = attribute.getLocalName();
        return name != null && name.toLowerCase(Locale.ROOT).equals("id");
    }

    /** The element that the URI of a reference names; null where there is none. */
    @Nullable
    Element referredBy(Element reference) {
        String uri = reference.getAttributeNS(null, "URI");
        return uri.length() < 2 || uri.charAt(0) != '#' ? null : byId.get(uri.substring(1));
    }
}
