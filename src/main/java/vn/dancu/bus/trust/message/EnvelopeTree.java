package vn.dancu.bus.trust.message;

import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.xml.XmlReaderFactory;

/** Makes the tree of an envelope, by the reader of all messages: no DTD, nothing external, no entity. Comments say nothing and are left out. */
final class EnvelopeTree {

    private static final String ENVELOPE = "Envelope";
    private static final int MAX_DEPTH = 100;

    /** Kept, since the making of a builder takes longer than the reading of a small message. */
    private static final ThreadLocal<DocumentBuilder> BUILDERS = ThreadLocal.withInitial(EnvelopeTree::builder);

    private final XMLStreamReader reader;
    private final int maxElements;
    private final Document document = BUILDERS.get().newDocument();
    private Node parent = document;
    private int depth;
    private int elements;

    private EnvelopeTree(XMLStreamReader reader, int maxElements) {
        this.reader = reader;
        this.maxElements = maxElements;
    }

    /**
     * @param limits of which the number of elements counts here
     * @throws BusException {@code message_dtd_forbidden}, {@code message_malformed}, {@code depth_limit_exceeded}, {@code element_limit_exceeded} and
     *     the others of reading
     */
    static Document read(XmlReaderFactory streams, MessageLimits limits, byte[] message) {
        try {
            return new EnvelopeTree(streams.openDocument(new ByteArrayInputStream(message)), limits.elements()).read();
        } catch (XMLStreamException e) {
            throw atEnvelope(XmlReaderFactory.failure(e).refusal().code());
        }
    }

    private Document read() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    parent.appendChild(document.createProcessingInstruction(reader.getPITarget(), reader.getPIData()));
                case XMLStreamConstants.DTD -> throw atEnvelope(ErrorCode.MESSAGE_DTD_FORBIDDEN);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw atEnvelope(ErrorCode.MESSAGE_MALFORMED);
                default -> {}
            }
        }
        reader.close();
        return document;
    }

    private void start() {
        if (++depth > MAX_DEPTH) {
            throw BusException.of(ErrorCode.DEPTH_LIMIT_EXCEEDED, ENVELOPE, "at most " + MAX_DEPTH + " levels");
        }
        if (++elements > maxElements) {
            throw BusException.of(ErrorCode.ELEMENT_LIMIT_EXCEEDED, ENVELOPE, "at most " + maxElements + " elements");
        }
        Element element = document.createElementNS(
                orNull(reader.getNamespaceURI()), name(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            element.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    prefix == null || prefix.isEmpty() ? XMLConstants.XMLNS_ATTRIBUTE : "xmlns:" + prefix,
                    uri == null ? "" : uri);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.setAttributeNS(
                    orNull(reader.getAttributeNamespace(i)),
                    name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        parent.appendChild(element);
        parent = element;
    }

    private void end() {
        depth--;
        parent = parent.getParentNode();
    }

    private void text() {
        if (parent != document) {
            parent.appendChild(document.createTextNode(reader.getText()));
        }
    }

    private static String name(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static @Nullable String orNull(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty() ? null : namespace;
    }

    private static BusException atEnvelope(ErrorCode code) {
        return BusException.of(
                code,
                ENVELOPE,
                code == ErrorCode.MESSAGE_DTD_FORBIDDEN ? "a document without DTD" : "well-formed XML 1.0");
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK makes trees", e);
        }
    }
}
