package vn.dancu.bus.message.typed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;

/** Builds a tree from what JAXB writes, each element merged with its origin where it has one. */
final class TreeBuilder extends DefaultHandler {

    private final Grammar grammar;
    private final MappedParts parts;
    private final OriginMerge merge;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Node nextOrigin;
    private @Nullable Node root;

    TreeBuilder(Grammar grammar, MappedParts parts) {
        this.grammar = grammar;
        this.parts = parts;
        this.merge = new OriginMerge(parts);
    }

    /** An element whose end is to come. */
    private static final class Open {
        private final @Nullable String namespace;
        private final String name;
        private final Rule rule;
        private final @Nullable Node origin;
        private final List<Attribute> attributes;
        private final List<Node> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable Content content;

        Open(@Nullable String namespace, String name, Rule rule, @Nullable Node origin, List<Attribute> attributes) {
            this.namespace = namespace;
            this.name = name;
            this.rule = rule;
            this.origin = origin;
            this.attributes = attributes;
        }

        // Text among elements that no schema knows is a child; blank text there is layout.
        void endPiece() {
            if (rule instanceof Rule.Kept && !text.toString().isBlank()) {
                children.add(Node.text(Node.TEXT, text.toString()));
            }
            text.setLength(0);
        }

        Node done() {
            if (!children.isEmpty()) {
                endPiece();
            }
            return new Node(namespace, name, attributes, text.toString(), content, List.copyOf(children));
        }
    }

    /** The element that the object was read from whose start comes next. */
    void beginObject(@Nullable Node origin) {
        nextOrigin = origin;
    }

    /** The bytes of the element that is open. */
    void content(Content content) {
        open.element().content = content;
    }

    Node root() {
        return Objects.requireNonNull(root);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (uri.equals(ContentSource.XOP)) {
            return;
        }
        Open parent = open.peek();
        ElementRule known = parent == null ? null : parts.known(parent.rule, uri, localName);
        Rule rule = parent == null ? grammar.root(localName) : MappedParts.ruleOf(known);
        if (parent != null) {
            parent.endPiece();
        }
        String namespace = uri.equals(parts.ownNamespace(known)) ? null : uri;
        open.push(new Open(namespace, localName, rule, nextOrigin, attributes(attributes)));
        nextOrigin = null;
    }

    private static List<Attribute> attributes(Attributes written) {
        List<Attribute> attributes = new ArrayList<>(written.getLength());
        for (int i = 0; i < written.getLength(); i++) {
            // xsi:type says what the schema of the family says anyway.
            if (!written.getURI(i).equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
                attributes.add(new Attribute(written.getURI(i), written.getLocalName(i), written.getValue(i)));
            }
        }
        return attributes;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        open.element().text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (uri.equals(ContentSource.XOP)) {
            return;
        }
        Open ended = open.pop();
        Node written = ended.done();
        Node element = ended.origin != null && ended.rule instanceof Complex complex
                ? merge.of(complex, ended.origin, written)
                : written;
        Open parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children.add(element);
        }
    }
}
