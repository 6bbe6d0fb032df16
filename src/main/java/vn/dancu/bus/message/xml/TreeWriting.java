package vn.dancu.bus.message.xml;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.dancu.bus.message.grammar.Node;
import vn.dancu.bus.message.wire.Tokens;

/** Writes the neutral form as one element with its default namespace declared on it. Thread-safe. */
final class TreeWriting {

    private final WstxOutputFactory factory = new WstxOutputFactory();
    private final String namespace;

    TreeWriting(String namespace) {
        this.namespace = namespace;
    }

    byte[] write(Node node) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XMLStreamWriter writer = factory.createXMLStreamWriter(out, "UTF-8");
            writer.setDefaultNamespace(namespace);
            write(node, writer, true);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A node in memory cannot be written", e);
        }
        return out.toByteArray();
    }

    private void write(Node node, XMLStreamWriter writer, boolean root) throws XMLStreamException {
        writer.writeStartElement(namespace, node.name());
        if (root) {
            writer.writeDefaultNamespace(namespace);
        }
        if (!node.text().isEmpty()) {
            writer.writeCharacters(Tokens.forXml(node.text()));
        }
        for (Node child : node.children()) {
            write(child, writer, false);
        }
        writer.writeEndElement();
    }
}
