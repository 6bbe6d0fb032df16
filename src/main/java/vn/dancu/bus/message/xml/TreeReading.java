package vn.dancu.bus.message.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.grammar.Findings;
import vn.dancu.bus.message.grammar.Node;
import vn.dancu.bus.message.wire.Documents;
import vn.dancu.bus.message.wire.Tokens;

/** Reads one element with all in it into its neutral form; keeps to the limits whoever made the reader. */
final class TreeReading {

    private final XMLStreamReader reader;
    private final String namespace;
    private final MessageLimits limits;
    private int elements;

    private TreeReading(XMLStreamReader reader, String namespace, MessageLimits limits) {
        this.reader = reader;
        this.namespace = namespace;
        this.limits = limits;
    }

    /** Reads the element on whose start tag the reader stands, and leaves the reader on its end tag. */
    static Node read(XMLStreamReader reader, String namespace, MessageLimits limits) throws XMLStreamException {
        return new TreeReading(reader, namespace, limits).element("", 1);
    }

    private Node element(String path, int depth) throws XMLStreamException {
        if (depth > limits.depth() || ++elements > limits.elements()) {
            throw limitExceeded();
        }
        String name = reader.getLocalName();
        checkAttributes(path);
        List<Node> children = new ArrayList<>(depth == 1 ? 16 : 0);
        StringBuilder text = null;
        String single = "";
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(child(path, depth));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    String piece = reader.getText();
                    if (single.isEmpty()) {
                        single = piece;
                    } else {
                        text = text == null ? new StringBuilder(single) : text;
                        checkLength(text.append(piece).length());
                    }
                    checkLength(piece.length());
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw Documents.refusal(ErrorCode.MESSAGE_MALFORMED, "only the entities of XML itself");
                default -> {} // comments and processing instructions say nothing
            }
        }
        return new Node(name, Tokens.collapse(text == null ? single : text.toString()), children);
    }

    private Node child(String path, int depth) throws XMLStreamException {
        String name = reader.getLocalName();
        if (!namespace.equals(reader.getNamespaceURI())) {
            throw Findings.unknown(path, name, "an element in the namespace " + namespace);
        }
        return element(Findings.join(path, name), depth + 1);
    }

    private void checkAttributes(String path) {
        int count = reader.getAttributeCount();
        if (count > limits.attributes()) {
            throw limitExceeded();
        }
        for (int i = 0; i < count; i++) {
            boolean hint = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i))
                    && reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT).endsWith("schemalocation");
            if (!hint) {
                throw Findings.refusal(ErrorCode.FIELD_UNKNOWN, path, "an element without attributes");
            }
        }
    }

    private void checkLength(int length) {
        if (length > limits.textLength()) {
            throw limitExceeded();
        }
    }

    private static BusException limitExceeded() {
        return Documents.refusal(ErrorCode.MESSAGE_LIMIT_EXCEEDED, "within the limits of depth, number and length");
    }
}
