package vn.dancu.bus.message.xroad;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamWriter2;
import vn.dancu.bus.message.Node;

/** Writes SOAP messages of X-Road around a body that is written already. Thread-safe. */
public final class XRoadEnvelopeWriter {

    private static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    private static final String REQUEST_HASH = "requestHash";
    private static final String SOAP_PREFIX = "soap";

    /** By namespace; all of them are declared on the envelope. */
    private static final Map<String, String> PREFIXES = Map.of(
            XRoadEnvelopes.SOAP,
            SOAP_PREFIX,
            XRoadMessage.NAMESPACE,
            "xrd",
            IDENTIFIERS,
            "id",
            XRoadEnvelopes.REPRESENTATION,
            "repr");

    private final WstxOutputFactory writers = new WstxOutputFactory();

    /**
     * An answer: all header blocks of the question with their values, in their sequence (PR-MESS §2.2). The hash of the request
     * is left out: the security server writes it.
     *
     * @param content the element of the body: UTF-8, no XML declaration, all its namespaces declared on it
     */
    public byte[] answer(XRoadMessage asked, byte[] content) {
        List<Node> blocks = asked.blocks().stream()
                .filter(block ->
                        !block.name().equals(REQUEST_HASH) || !XRoadMessage.NAMESPACE.equals(block.namespace()))
                .toList();
        return envelope(blocks, content);
    }

    /** A question with that header. */
    public byte[] question(XRoadHeader header, byte[] content) {
        return envelope(
                header.element().children().stream()
                        .map(block -> named(block, XRoadMessage.NAMESPACE))
                        .toList(),
                content);
    }

    /** The fields are in one namespace, the codes inside them in the other. */
    private static Node named(Node node, String namespace) {
        if (!node.isOwn()) {
            return node;
        }
        return new Node(
                namespace,
                node.name(),
                node.attributes(),
                node.text(),
                null,
                node.children().stream().map(child -> named(child, IDENTIFIERS)).toList());
    }

    private byte[] envelope(List<Node> blocks, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024 + content.length);
        try {
            XMLStreamWriter writer = writers.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartElement(SOAP_PREFIX, "Envelope", XRoadEnvelopes.SOAP);
            for (Map.Entry<String, String> known : PREFIXES.entrySet()) {
                writer.writeNamespace(known.getValue(), known.getKey());
            }
            writer.writeStartElement(SOAP_PREFIX, "Header", XRoadEnvelopes.SOAP);
            for (Node block : blocks) {
                write(writer, block);
            }
            writer.writeEndElement();
            writer.writeStartElement(SOAP_PREFIX, "Body", XRoadEnvelopes.SOAP);
            ((XMLStreamWriter2) writer).writeRaw(new String(content, StandardCharsets.UTF_8));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A message in memory cannot be written", e);
        }
        return out.toByteArray();
    }

    /** A namespace of somebody else is declared on every element that is in it. */
    private static void write(XMLStreamWriter writer, Node node) throws XMLStreamException {
        String namespace = String.valueOf(node.namespace());
        String prefix = PREFIXES.getOrDefault(namespace, namespace.isEmpty() ? "" : "x");
        writer.writeStartElement(prefix, node.name(), namespace);
        if (prefix.equals("x")) {
            writer.writeNamespace(prefix, namespace);
        }
        int strangers = 0;
        for (Node.Attribute attribute : node.attributes()) {
            String known = PREFIXES.get(attribute.namespace());
            if (attribute.namespace().isEmpty()) {
                writer.writeAttribute(attribute.name(), attribute.value());
            } else if (known != null) {
                writer.writeAttribute(known, attribute.namespace(), attribute.name(), attribute.value());
            } else {
                String own = "a" + strangers++;
                writer.writeNamespace(own, attribute.namespace());
                writer.writeAttribute(own, attribute.namespace(), attribute.name(), attribute.value());
            }
        }
        for (Node child : node.children()) {
            write(writer, child);
        }
        writer.writeCharacters(node.text());
        writer.writeEndElement();
    }
}
