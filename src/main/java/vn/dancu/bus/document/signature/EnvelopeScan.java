package vn.dancu.bus.document.signature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.xml.security.utils.Constants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * What there is of an edXML document around its signature, as DOM: the elements above it, without what else they hold, and the
 * signature itself. The rest of the document goes by.
 */
final class EnvelopeScan {

    private static final List<String> HEADER = List.of("edXML", "edXMLEnvelope", "edXMLHeader");
    private static final String WRAPPER = "DigitalSignature";
    private static final int MAX_ELEMENTS = 200;
    private static final int MAX_TEXT = 1 << 18;

    /** Kept, since the making of a builder takes longer than the reading of a small document. */
    private static final ThreadLocal<DocumentBuilder> BUILDERS = ThreadLocal.withInitial(EnvelopeScan::builder);

    private final XMLStreamReader reader;
    private final Document document = BUILDERS.get().newDocument();
    private final Deque<String> path = new ArrayDeque<>();
    private Node parent = document;
    private @Nullable Element header;
    private @Nullable Element signature;
    private int headerEnd;

    private EnvelopeScan(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * What was found.
     *
     * @param header the element edXMLHeader
     * @param signature null where the document has no element Signature of XMLDSig
     * @param headerEnd how many UTF-16 units stand before the end tag of the header
     */
    record Found(Element header, @Nullable Element signature, int headerEnd) {}

    /**
     * Reads a document to its end.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code signature_invalid} where there are several signatures, or one at another
     *     place; {@code signature_forbidden} where one is too large; {@code message_invalid} where there is no header
     */
    static Found of(XMLStreamReader reader) throws XMLStreamException {
        return new EnvelopeScan(reader).read();
    }

    private Found read() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD -> throw new XMLStreamException("dtd");
                default -> {}
            }
        }
        if (header == null) {
            throw SignatureRefusals.of(ErrorCode.MESSAGE_INVALID, "a document with edXMLHeader");
        }
        return new Found(header, signature, headerEnd);
    }

    private void start() throws XMLStreamException {
        String name = reader.getLocalName();
        if (isSignature()) {
            if (signature != null || !isPlace()) {
                throw SignatureRefusals.invalid("one signature, in edXMLHeader");
            }
            signature = signature();
            return;
        }
        path.addLast(name);
        if (isOnTheWay()) {
            parent = parent.appendChild(element());
            if (path.size() == HEADER.size() && header == null) {
                header = (Element) parent;
            }
        }
    }

    private void end() {
        if (isOnTheWay()) {
            if (parent == header) {
                headerEnd = reader.getLocation().getCharacterOffset();
            }
            parent = parent.getParentNode();
        }
        path.removeLast();
    }

    /** Whether the element that is open is one of those above a signature, and the first of its name there. */
    private boolean isOnTheWay() {
        int depth = path.size();
        if (depth > HEADER.size() + 1) {
            return false;
        }
        List<String> names = List.copyOf(path);
        return depth <= HEADER.size()
                ? names.equals(HEADER.subList(0, depth))
                : names.subList(0, HEADER.size()).equals(HEADER)
                        && names.get(HEADER.size()).equals(WRAPPER);
    }

    private boolean isPlace() {
        return path.size() >= HEADER.size() && isOnTheWay();
    }

    private boolean isSignature() {
        return Constants._TAG_SIGNATURE.equals(reader.getLocalName())
                && Constants.SignatureSpecNS.equals(reader.getNamespaceURI());
    }

    private Element signature() throws XMLStreamException {
        Element top = element();
        parent.appendChild(top);
        Node open = top;
        int elements = 0;
        int characters = 0;
        while (open != parent) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open = open.appendChild(element());
                    elements++;
                }
                case XMLStreamConstants.END_ELEMENT -> open = open.getParentNode();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    open.appendChild(document.createTextNode(reader.getText()));
                    characters += reader.getTextLength();
                }
                // Left out by each canonical form that is accepted.
                case XMLStreamConstants.COMMENT -> {}
                default -> throw SignatureRefusals.forbidden("elements and text within the signature");
            }
            if (elements > MAX_ELEMENTS || characters > MAX_TEXT) {
                throw SignatureRefusals.forbidden("a signature of at most " + MAX_TEXT + " characters");
            }
        }
        return top;
    }

    private Element element() {
        Element element = document.createElementNS(
                reader.getNamespaceURI(), qualified(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            element.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix,
                    uri == null ? "" : uri);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            element.setAttributeNS(
                    namespace == null || namespace.isEmpty() ? null : namespace,
                    qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return element;
    }

    private static String qualified(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static DocumentBuilder builder() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK makes DOM documents", e);
        }
    }
}
