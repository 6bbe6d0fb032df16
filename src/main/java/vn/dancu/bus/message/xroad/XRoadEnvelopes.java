package vn.dancu.bus.message.xroad;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.xml.XmlReaderFactory;

/**
 * Reads SOAP messages of the X-Road message protocol 4.0: any order of header blocks, any prefixes, comments and CDATA. What is
 * wrong is refused at {@code Envelope}, {@code Header}, {@code Header/<field>} or {@code Body}. Thread-safe.
 *
 * <pre>{@code
 * XRoadEnvelopes envelopes = new XRoadEnvelopes();
 * XRoadMessage asked = envelopes.read(message);           // asked.header().client(), asked.body()
 * CitizenQuery question = envelopes.body(message, xml::readQuery);
 * byte[] answer = new XRoadEnvelopeWriter().answer(asked, content);
 * }</pre>
 */
public final class XRoadEnvelopes {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String REPRESENTATION = "http://x-road.eu/xsd/representation.xsd";

    private final XmlReaderFactory streams;
    private final MessageLimits limits;
    private final ElementCopier copier = new ElementCopier();

    public XRoadEnvelopes() {
        this(MessageLimits.DEFAULT);
    }

    public XRoadEnvelopes(MessageLimits limits) {
        this.streams = new XmlReaderFactory(limits);
        this.limits = limits;
    }

    /** A step of reading. */
    @FunctionalInterface
    private interface Step<T> {
        T take(XMLStreamReader reader) throws XMLStreamException;
    }

    /**
     * The header of a message in UTF-8 and the name of what its body holds; the message is read to its end.
     *
     * @throws BusException {@code message_malformed}, {@code message_dtd_forbidden}, {@code soap_version_unsupported},
     *     {@code field_missing}, {@code field_duplicated} or {@code field_invalid}
     */
    public XRoadMessage read(byte[] message) {
        return reading(message, reader -> {
            List<Node> blocks = blocks(reader);
            toBodyElement(reader);
            String name = reader.getLocalName();
            String namespace = String.valueOf(reader.getNamespaceURI());
            boolean isXRoad = namespace.equals(XRoadMessage.NAMESPACE);
            Node content = isXRoad ? new TreeOfBlocks(limits).read(reader) : null;
            if (!isXRoad) {
                skip(reader);
            }
            toEnd(reader);
            boolean isFault = name.equals("Fault") && namespace.equals(SOAP);
            XRoadHeader header = isFault && blocks.isEmpty() ? HeaderBlocks.NONE : HeaderBlocks.header(blocks);
            return new XRoadMessage(header, blocks, name, namespace, content);
        });
    }

    /** What a function makes of the element in the body; it gets a reader on its start tag and leaves it on its end tag. */
    public <T> T body(byte[] message, Function<XMLStreamReader, T> reading) {
        return reading(message, reader -> {
            blocks(reader);
            toBodyElement(reader);
            return reading.apply(reader);
        });
    }

    /**
     * The one element inside the element of the body, such as what stands in an answer's serviceCode + Response.
     *
     * @return UTF-8, no XML declaration, all namespaces declared on it
     * @throws BusException {@code field_missing} or {@code field_duplicated} at {@code Body}
     */
    public byte[] content(byte[] message) {
        return reading(message, reader -> {
            blocks(reader);
            toBodyElement(reader);
            if (nextTag(reader) != XMLStreamConstants.START_ELEMENT) {
                throw BusException.of(ErrorCode.FIELD_MISSING, "Body", "an answer inside its element");
            }
            byte[] content = copier.copy(reader);
            if (nextTag(reader) == XMLStreamConstants.START_ELEMENT) {
                throw BusException.of(ErrorCode.FIELD_DUPLICATED, "Body", "one answer inside its element");
            }
            return content;
        });
    }

    private <T> T reading(byte[] message, Step<T> step) {
        XMLStreamReader reader = streams.openDocument(new ByteArrayInputStream(message));
        try {
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw BusException.of(ErrorCode.MESSAGE_DTD_FORBIDDEN, "Envelope", "a document without DTD");
                }
            }
            requireEnvelope(reader);
            return step.take(reader);
        } catch (XMLStreamException e) {
            throw XmlReaderFactory.failure(e);
        }
    }

    private static void requireEnvelope(XMLStreamReader reader) {
        if (!reader.getLocalName().equals("Envelope")) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, "Envelope", "a SOAP 1.1 envelope");
        }
        if (!SOAP.equals(reader.getNamespaceURI())) {
            throw BusException.of(ErrorCode.SOAP_VERSION_UNSUPPORTED, "Envelope", "a SOAP 1.1 envelope");
        }
    }

    /** The blocks of the Header; leaves the reader on the start tag of the Body. */
    private List<Node> blocks(XMLStreamReader reader) throws XMLStreamException {
        List<Node> blocks = new ArrayList<>();
        int tag = nextTag(reader);
        if (is(tag, reader, "Header")) {
            TreeOfBlocks trees = new TreeOfBlocks(limits);
            while (nextTag(reader) == XMLStreamConstants.START_ELEMENT) {
                blocks.add(trees.read(reader));
            }
            tag = nextTag(reader);
        }
        if (!is(tag, reader, "Body")) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "Body", "stands in the Envelope, after the Header");
        }
        return blocks;
    }

    private static void toBodyElement(XMLStreamReader reader) throws XMLStreamException {
        if (nextTag(reader) != XMLStreamConstants.START_ELEMENT) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "Body", "holds one element");
        }
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                default -> {}
            }
        }
    }

    private static void toEnd(XMLStreamReader reader) throws XMLStreamException {
        if (nextTag(reader) == XMLStreamConstants.START_ELEMENT) {
            throw BusException.of(ErrorCode.FIELD_DUPLICATED, "Body", "holds one element");
        }
        if (nextTag(reader) == XMLStreamConstants.START_ELEMENT) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, "Envelope", "nothing follows the Body");
        }
        while (reader.hasNext()) {
            reader.next();
        }
        reader.close();
    }

    /** The next start or end tag; comments and processing instructions say nothing. */
    private static int nextTag(XMLStreamReader reader) throws XMLStreamException {
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event;
            }
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw entity();
            }
            boolean isText = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (isText && !reader.isWhiteSpace()) {
                throw BusException.of(ErrorCode.MESSAGE_INVALID, "Envelope", "no text beside the elements");
            }
        }
    }

    private static boolean is(int tag, XMLStreamReader reader, String name) {
        return tag == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals(name)
                && SOAP.equals(reader.getNamespaceURI());
    }

    static BusException entity() {
        return BusException.of(ErrorCode.MESSAGE_MALFORMED, "Envelope", "only the entities of XML itself");
    }

    /** Elements as trees with their own namespaces, within the limits of a message. */
    private static final class TreeOfBlocks {

        private final MessageLimits limits;
        private int elements;

        TreeOfBlocks(MessageLimits limits) {
            this.limits = limits;
        }

        Node read(XMLStreamReader reader) throws XMLStreamException {
            return read(reader, 1);
        }

        private Node read(XMLStreamReader reader, int depth) throws XMLStreamException {
            if (depth > limits.depth()) {
                throw BusException.of(
                        ErrorCode.DEPTH_LIMIT_EXCEEDED, "Header", "at most " + limits.depth() + " levels");
            }
            if (++elements > limits.elements()) {
                throw BusException.of(
                        ErrorCode.ELEMENT_LIMIT_EXCEEDED, "Header", "at most " + limits.elements() + " elements");
            }
            String name = reader.getLocalName();
            String namespace = namespace(reader.getNamespaceURI());
            List<Node.Attribute> attributes = attributes(reader);
            StringBuilder text = new StringBuilder();
            List<Node> children = new ArrayList<>();
            for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> children.add(read(reader, depth + 1));
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(text, reader.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                    default -> {}
                }
            }
            String plain = children.isEmpty() ? text.toString() : "";
            return new Node(namespace, name, attributes, plain, null, children);
        }

        private void append(StringBuilder text, String more) {
            if (text.length() + more.length() > limits.textLength()) {
                throw BusException.of(
                        ErrorCode.TEXT_LIMIT_EXCEEDED, "Header", "at most " + limits.textLength() + " characters");
            }
            text.append(more);
        }

        private List<Node.Attribute> attributes(XMLStreamReader reader) {
            List<Node.Attribute> attributes = new ArrayList<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                attributes.add(new Node.Attribute(
                        namespace(reader.getAttributeNamespace(i)),
                        reader.getAttributeLocalName(i),
                        reader.getAttributeValue(i)));
            }
            return List.copyOf(attributes);
        }

        private static String namespace(@Nullable String uri) {
            return uri == null ? "" : uri;
        }
    }
}
