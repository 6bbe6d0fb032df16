package vn.dancu.bus.message.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.ContentModelMatcher;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.TextRule;
import vn.dancu.bus.message.wire.DocumentInput;
import vn.dancu.bus.message.wire.LimitCounter;
import vn.dancu.bus.message.wire.XmlText;

/** Reads one element with all in it; keeps to the limits whoever made the reader. */
final class TreeReader {

    private static final Rule FOREIGN = new Rule.Kept();
    private static final int MAX_INITIAL_CAPACITY = 24;

    private final XMLStreamReader reader;
    private final Grammar grammar;
    private final MessageLimits maxima;
    private final LimitCounter limits;
    private final List<Content> contents = new ArrayList<>(0);
    private boolean clean = true;

    TreeReader(XMLStreamReader reader, Grammar grammar, MessageLimits maxima) {
        this.reader = reader;
        this.grammar = grammar;
        this.maxima = maxima;
        this.limits = new LimitCounter(maxima);
    }

    /** Reads the element on whose start tag the reader stands, and leaves the reader on its end tag. */
    Node read(Rule rule) throws XMLStreamException {
        return read(rule, 1);
    }

    /** The same for an element that lies deeper. */
    Node read(Rule rule, int depth) throws XMLStreamException {
        limits.nextRecord();
        contents.clear();
        clean = true;
        try {
            return element(rule, grammar.namespace(), depth);
        } catch (XMLStreamException | RuntimeException e) {
            drop();
            throw e;
        }
    }

    /** Whether a check of what was read last would report nothing; then the check is left out. */
    boolean isClean() {
        return clean;
    }

    /** Gives back the contents of the element that was read last. */
    void drop() {
        contents.forEach(Content::close);
    }

    /** The attributes of the element on whose start tag the reader stands, without those that only say what the rule does. */
    List<Attribute> attributes(Rule rule) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return List.of();
        }
        limits.attributes(count);
        List<Attribute> attributes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = reader.getAttributeLocalName(i);
            String namespace = reader.getAttributeNamespace(i);
            if (!isHint(namespace, name, i, rule)) {
                limits.name(name);
                limits.namespace(namespace);
                String value = reader.getAttributeValue(i);
                limits.text(value.length());
                attributes.add(new Attribute(namespace == null ? "" : namespace, name, value));
            }
        }
        return attributes;
    }

    private boolean isHint(@Nullable String namespace, String name, int attribute, Rule rule) {
        return XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace)
                && (name.toLowerCase(Locale.ROOT).endsWith("schemalocation")
                        || (name.equals("type") && isType(reader.getAttributeValue(attribute), rule)));
    }

    /** Whether an {@code xsi:type} names the very type that the schema gives the element, as some toolkits write it. */
    private boolean isType(String value, Rule rule) {
        String name = XmlText.collapse(value);
        int colon = name.indexOf(':');
        QName type = rule.type();
        if (type == null || !type.getLocalPart().equals(name.substring(colon + 1))) {
            return false;
        }
        String namespace = reader.getNamespaceURI(colon < 0 ? "" : name.substring(0, colon));
        return type.getNamespaceURI().equals(namespace == null ? "" : namespace);
    }

    private Node element(Rule rule, String own, int depth) throws XMLStreamException {
        String name = reader.getLocalName();
        String namespace = namespace(own);
        limits.element(name, depth);
        List<Attribute> attributes = attributes(rule);
        clean &=
                rule instanceof Complex complex ? complex.accepts(attributes) : rule == FOREIGN || attributes.isEmpty();
        if (Rule.isBinary(rule)) {
            Content content = content();
            clean &= content != null;
            return new Node(namespace, name, attributes, content == null ? BinaryText.BROKEN : "", content, List.of());
        }
        TextBuffer text = new TextBuffer(limits);
        List<Node> children = rule instanceof Complex complex && complex.text() == null
                ? children(complex, depth, text)
                : children(depth, text, rule == FOREIGN);
        return node(rule, new Node(namespace, name, attributes, text.take(), null, children), depth);
    }

    /** What stands in an element that has elements by its type. */
    private List<Node> children(Complex rule, int depth, TextBuffer text) throws XMLStreamException {
        List<Node> children = new ArrayList<>(Math.min(rule.steps().size(), MAX_INITIAL_CAPACITY));
        ContentModelMatcher level = new ContentModelMatcher(rule);
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                ElementRule known = inNamespace(level.find(reader.getLocalName()));
                Node child = element(ruleOf(known), ownOf(known, rule), depth + 1);
                level.add(known, child.isOwn());
                children.add(child);
            } else if (event != XMLStreamConstants.CHARACTERS || !reader.isWhiteSpace()) {
                addText(event, text);
            }
        }
        clean &= level.isRegular();
        return children;
    }

    /** What stands in an element that has text by its type, or of which no type is known. */
    private List<Node> children(int depth, TextBuffer text, boolean foreign) throws XMLStreamException {
        List<Node> children = List.of();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children = children.isEmpty() ? new ArrayList<>() : children;
                if (foreign) {
                    addText(children, text.take(), depth);
                }
                children.add(element(FOREIGN, grammar.namespace(), depth + 1));
                clean &= foreign;
            } else {
                addText(event, text);
            }
        }
        return children;
    }

    // Comments and processing instructions say nothing.
    private void addText(int event, TextBuffer text) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text.add(reader.getText());
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw DocumentInput.refusal(ErrorCode.MESSAGE_MALFORMED, "only the entities of XML itself");
            default -> {}
        }
    }

    private Node node(Rule rule, Node read, int depth) {
        if (rule == FOREIGN) {
            if (read.children().isEmpty()) {
                return read;
            }
            addText(read.children(), read.text(), depth);
            return new Node(read.namespace(), read.name(), read.attributes(), "", null, read.children());
        }
        TextRule text = Rule.textOf(rule);
        if (text == null && read.text().isEmpty()) {
            return read;
        }
        String value = text == null || text.kind().collapses() ? XmlText.collapse(read.text()) : read.text();
        clean &= text == null ? value.isEmpty() : text.isPlain(value);
        return value.equals(read.text())
                ? read
                : new Node(read.namespace(), read.name(), read.attributes(), value, null, read.children());
    }

    // Text between foreign elements is kept, unless it only makes them pretty.
    private void addText(List<Node> children, String text, int depth) {
        if (!XmlText.collapse(text).isEmpty()) {
            limits.element(Node.TEXT, depth + 1);
            children.add(Node.text(Node.TEXT, text));
        }
    }

    /** The rule of the element on whose start tag the reader stands; null where the parent does not know it. */
    @Nullable
    ElementRule known(Complex parent) {
        return inNamespace(parent.element(reader.getLocalName()));
    }

    private @Nullable ElementRule inNamespace(@Nullable ElementRule known) {
        if (known == null) {
            return null;
        }
        String namespace = reader.getNamespaceURI();
        boolean none = namespace == null || namespace.isEmpty();
        return known.namespace().equals(namespace) || (none && grammar.takesLocalNames()) ? known : null;
    }

    static Rule ruleOf(@Nullable ElementRule known) {
        return known == null || known.rule() instanceof Rule.Kept ? FOREIGN : known.rule();
    }

    // An element that another schema of the family names is no other's by its name alone: it keeps its namespace.
    private String ownOf(@Nullable ElementRule known, @Nullable Complex parent) {
        if (known != null) {
            return known.namespace();
        }
        boolean named = parent != null && parent.element(reader.getLocalName()) != null;
        return named && !grammar.isOfOneNamespace() ? "" : grammar.namespace();
    }

    private @Nullable String namespace(String own) {
        String namespace = reader.getNamespaceURI();
        if (namespace == null || namespace.isEmpty()) {
            return "";
        }
        if (own.equals(namespace)) {
            return null;
        }
        limits.namespace(namespace);
        return namespace;
    }

    private @Nullable Content content() throws XMLStreamException {
        try {
            Content content = BinaryText.read(reader, maxima);
            if (content != null) {
                contents.add(content);
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("A content cannot be spooled", e);
        }
    }
}
