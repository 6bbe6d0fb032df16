package vn.dancu.bus.message.xml;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.wire.Tokens;

/**
 * Writes elements: the family's namespace is the default one, every other is declared where it is used. UTF-8, no XML
 * declaration. Thread-safe.
 */
final class TreeWriting {

    private static final String INDENT = "  ";

    private final WstxOutputFactory factory = new WstxOutputFactory();
    private final String namespace;
    private final boolean pretty;

    TreeWriting(String namespace, boolean pretty) {
        this.namespace = namespace;
        this.pretty = pretty;
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
    }

    XMLStreamWriter open(OutputStream out) throws XMLStreamException {
        return factory.createXMLStreamWriter(out, "UTF-8");
    }

    /** Writes the element with all in it. */
    void write(XMLStreamWriter writer, Node node) throws XMLStreamException, IOException {
        element(writer, node, "", 0);
    }

    /** Writes the element with all in it, within a parent of the family at that depth. */
    void write(XMLStreamWriter writer, Node node, int depth) throws XMLStreamException, IOException {
        indent(writer, depth);
        element(writer, node, namespace, depth);
    }

    /** Writes the start of a root, which is closed by its caller. */
    void start(XMLStreamWriter writer, Node root) throws XMLStreamException {
        start(writer, root, "");
    }

    /** Breaks the line before the end of a root. */
    void beforeEnd(XMLStreamWriter writer) throws XMLStreamException {
        indent(writer, 0);
    }

    private String start(XMLStreamWriter writer, Node node, String inherited) throws XMLStreamException {
        String own = node.namespace() == null ? namespace : Objects.requireNonNull(node.namespace());
        writer.writeStartElement("", node.name(), own);
        if (!own.equals(inherited)) {
            writer.writeDefaultNamespace(own);
        }
        int prefixes = 0;
        for (Attribute attribute : node.attributes()) {
            String value = Objects.requireNonNull(Tokens.forXml(attribute.value()));
            if (attribute.namespace().isEmpty()) {
                writer.writeAttribute(attribute.name(), value);
            } else if (attribute.namespace().equals(XMLConstants.XML_NS_URI)) {
                writer.writeAttribute("xml", attribute.namespace(), attribute.name(), value);
            } else {
                String prefix = "ns" + ++prefixes;
                writer.writeNamespace(prefix, attribute.namespace());
                writer.writeAttribute(prefix, attribute.namespace(), attribute.name(), value);
            }
        }
        return own;
    }

    private void element(XMLStreamWriter writer, Node node, String inherited, int depth)
            throws XMLStreamException, IOException {
        if (node.name().equals(Node.TEXT)) {
            writer.writeCharacters(Tokens.forXml(node.text()));
            return;
        }
        String own = start(writer, node, inherited);
        Content content = node.content();
        if (content != null) {
            BinaryText.write(writer, content);
        } else if (!node.text().isEmpty()) {
            writer.writeCharacters(Tokens.forXml(node.text()));
        }
        boolean indented = pretty && !isMixed(node);
        for (Node child : node.children()) {
            if (indented) {
                indent(writer, depth + 1);
            }
            element(writer, child, own, depth + 1);
        }
        if (indented && !node.children().isEmpty()) {
            indent(writer, depth);
        }
        writer.writeEndElement();
    }

    private static boolean isMixed(Node node) {
        return !node.text().isEmpty()
                || node.children().stream().anyMatch(child -> child.name().equals(Node.TEXT));
    }

    private void indent(XMLStreamWriter writer, int depth) throws XMLStreamException {
        if (pretty) {
            writer.writeCharacters("\n" + INDENT.repeat(depth));
        }
    }
}
