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
 * Writes elements: an element's namespace is the default one from there on, but for the part of a family that is written with
 * its prefix; those of attributes are declared where they stand. UTF-8, no XML declaration. Thread-safe.
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
        element(writer, root, new Context("", grammar.namespace(), rootRule(root), 0, false));
    }

    /** Writes an element below a root of the family. */
    void writeBelow(XMLStreamWriter writer, Node root, Node node) throws XMLStreamException, IOException {
        indent(writer, 1);
        element(
                writer,
                node,
                below(
                        node,
                        new Context("", grammar.namespace(), rootRule(root), 0, false),
                        new Scope(grammar.namespace(), false)));
    }

    /** Writes the start of a root, which is closed by its caller. */
    void start(XMLStreamWriter writer, Node root) throws XMLStreamException {
        start(writer, root, new Context("", grammar.namespace(), rootRule(root), 0, false));
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
     * @param declared whether the family's prefix is declared around it
     */
    private record Context(String inherited, String own, @Nullable Rule rule, int depth, boolean declared) {}

    private Context below(Node child, Context parent, Scope scope) {
        if (parent.rule() instanceof Complex complex) {
            ElementRule known = grammar.element(complex, child);
            if (known != null) {
                return new Context(
                        scope.inherited(), known.namespace(), known.rule(), parent.depth() + 1, scope.declared());
            }
        }
        return new Context(scope.inherited(), grammar.namespace(), null, parent.depth() + 1, scope.declared());
    }

    /** What is declared within an element: the default namespace, and whether the family's prefix is. */
    private record Scope(String inherited, boolean declared) {}

    private Scope start(XMLStreamWriter writer, Node node, Context context) throws XMLStreamException {
        String namespace = node.namespace() == null ? context.own() : Objects.requireNonNull(node.namespace());
        String prefix = prefix(node, namespace, context);
        writer.writeStartElement(prefix, node.name(), namespace);
        boolean declared = context.declared() || prefix.equals(grammar.prefix()) && !prefix.isEmpty();
        if (declared && !context.declared()) {
            writer.writeNamespace(prefix, namespace);
        }
        if (prefix.isEmpty() && !namespace.equals(context.inherited())) {
            writer.writeDefaultNamespace(namespace);
        }
        attributes(writer, node);
        return new Scope(prefix.isEmpty() ? namespace : context.inherited(), declared);
    }

    // The namespace of XML itself has its prefix and can be declared nowhere.
    private String prefix(Node node, String namespace, Context context) {
        if (namespace.equals(XMLConstants.XML_NS_URI)) {
            return XMLConstants.XML_NS_PREFIX;
        }
        boolean prefixed = context.declared() || grammar.isPrefixedFrom(node.name());
        return prefixed && namespace.equals(grammar.namespace()) ? grammar.prefix() : "";
    }

    private static void attributes(XMLStreamWriter writer, Node node) throws XMLStreamException {
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
    }

    private void element(XMLStreamWriter writer, Node node, Context context) throws XMLStreamException, IOException {
        if (node.name().equals(Node.TEXT)) {
            writer.writeCharacters(XmlText.forXml(node.text()));
            return;
        }
        Scope scope = start(writer, node, context);
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
            element(writer, child, below(child, context, scope));
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
