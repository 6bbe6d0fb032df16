package vn.dancu.bus.message.xml;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.wire.XmlText;

/**
 * Writes elements: an element's namespace is the default one from there on, those of attributes are declared where they
 * stand. UTF-8, no XML declaration. Thread-safe.
 */
final class TreeWriter {

    private static final String INDENT = "  ";

    private final WstxOutputFactory factory = new WstxOutputFactory();
    private final Grammar grammar;
    private final boolean pretty;

    TreeWriter(Grammar grammar, boolean pretty) {
        this.grammar = grammar;
        this.pretty = pretty;
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
    }

    boolean isPretty() {
        return pretty;
    }

    XMLStreamWriter open(OutputStream out) throws XMLStreamException {
        return factory.createXMLStreamWriter(out, "UTF-8");
    }

    /** Writes the root with all in it. */
    void write(XMLStreamWriter writer, Node root) throws XMLStreamException, IOException {
        element(writer, root, new Context("", grammar.namespace(), rootRule(root), 0));
    }

    /** Writes an element below a root of the family. */
    void writeBelow(XMLStreamWriter writer, Node root, Node node) throws XMLStreamException, IOException {
        indent(writer, 1);
        element(
                writer,
                node,
                below(node, new Context("", grammar.namespace(), rootRule(root), 0), grammar.namespace()));
    }

    /** Writes the start of a root, which is closed by its caller. */
    void start(XMLStreamWriter writer, Node root) throws XMLStreamException {
        start(writer, root, new Context("", grammar.namespace(), rootRule(root), 0));
    }

    /** Breaks the line before the end of a root. */
    void beforeEnd(XMLStreamWriter writer) throws XMLStreamException {
        indent(writer, 0);
    }

    // Where a family has one namespace there is nothing to be looked up in its rules.
    private @Nullable Rule rootRule(Node root) {
        return grammar.isOfOneNamespace() ? null : grammar.root(root.name());
    }

    /**
     * Where an element is written.
     *
     * @param inherited the default namespace around it
     * @param own the namespace that it has as one of the family
     * @param rule its rule; null where nothing needs it
     */
    private record Context(String inherited, String own, @Nullable Rule rule, int depth) {}

    private Context below(Node child, Context parent, String inherited) {
        if (parent.rule() instanceof Complex complex) {
            ElementRule known = grammar.element(complex, child);
            return known == null
                    ? new Context(inherited, grammar.namespace(), null, parent.depth() + 1)
                    : new Context(inherited, known.namespace(), known.rule(), parent.depth() + 1);
        }
        return new Context(inherited, grammar.namespace(), null, parent.depth() + 1);
    }

    private String start(XMLStreamWriter writer, Node node, Context context) throws XMLStreamException {
        String namespace = node.namespace() == null ? context.own() : Objects.requireNonNull(node.namespace());
        // The namespace of XML itself has its prefix and can be declared nowhere.
        boolean reserved = namespace.equals(XMLConstants.XML_NS_URI);
        writer.writeStartElement(reserved ? XMLConstants.XML_NS_PREFIX : "", node.name(), namespace);
        if (!reserved && !namespace.equals(context.inherited())) {
            writer.writeDefaultNamespace(namespace);
        }
        int prefixes = 0;
        for (Attribute attribute : node.attributes()) {
            String value = Objects.requireNonNull(XmlText.forXml(attribute.value()));
            String attributeNamespace = attribute.namespace();
            if (attributeNamespace.isEmpty()) {
                writer.writeAttribute(attribute.name(), value);
            } else if (attributeNamespace.equals(XMLConstants.XML_NS_URI)) {
                writer.writeAttribute("xml", attributeNamespace, attribute.name(), value);
            } else {
                String prefix = "ns" + ++prefixes;
                writer.writeNamespace(prefix, attributeNamespace);
                writer.writeAttribute(prefix, attributeNamespace, attribute.name(), value);
            }
        }
        return reserved ? context.inherited() : namespace;
    }

    private void element(XMLStreamWriter writer, Node node, Context context) throws XMLStreamException, IOException {
        if (node.name().equals(Node.TEXT)) {
            writer.writeCharacters(XmlText.forXml(node.text()));
            return;
        }
        String namespace = start(writer, node, context);
        Content content = node.content();
        if (content != null) {
            BinaryText.write(writer, content);
        } else if (!node.text().isEmpty()) {
            writer.writeCharacters(XmlText.forXml(node.text()));
        }
        boolean indented = pretty && !isMixed(node);
        for (Node child : node.children()) {
            if (indented) {
                indent(writer, context.depth() + 1);
            }
            element(writer, child, below(child, context, namespace));
        }
        if (indented && !node.children().isEmpty()) {
            indent(writer, context.depth());
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
