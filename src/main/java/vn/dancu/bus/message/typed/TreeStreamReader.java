package vn.dancu.bus.message.typed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.stream.Location;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.ElementRule;

/**
 * A tree as JAXB reads it, without the parts that no class maps. Bytes are named by a link and not written as text. There is no
 * reader behind it: what JAXB never asks for is not there.
 */
final class TreeStreamReader extends StreamReaderDelegate {

    private final MappedParts parts;
    private final ContentSource contents;
    private final Deque<Open> open = new ArrayDeque<>();
    private Open current;
    private int event = START_ELEMENT;
    private @Nullable String text;

    TreeStreamReader(Grammar grammar, MappedParts parts, Node root, ContentSource contents) {
        this.parts = parts;
        this.contents = contents;
        this.current = element(root, grammar.root(root.name()), grammar.namespace());
        open.push(current);
    }

    /** An element whose start or end the reader stands on, or whose end is to come. */
    private static final class Open {
        private final Node node;
        private final String name;
        private final String namespace;
        private final Rule rule;
        private final List<Attribute> attributes;
        private final Iterator<Node> children;
        private boolean began;

        Open(Node node, String namespace, Rule rule, List<Attribute> attributes) {
            this.node = node;
            this.name = node.name().intern();
            this.namespace = namespace.intern();
            this.rule = rule;
            this.attributes = attributes;
            this.children = node.children().iterator();
        }
    }

    /** The element whose start was read last. */
    Node current() {
        return current.node;
    }

    private Open element(Node node, Rule rule, String namespace) {
        return new Open(node, namespace, rule, parts.mapped(rule, node.attributes()));
    }

    @Override
    public int next() {
        if (event == END_ELEMENT) {
            open.pop();
        }
        Open parent = open.peek();
        event = parent == null ? END_DOCUMENT : next(parent);
        return event;
    }

    private int next(Open parent) {
        if (!parent.began) {
            parent.began = true;
            Content content = parent.node.content();
            if (content != null) {
                return start(link(contents.link(content)));
            } else if (!parent.node.text().isEmpty()) {
                return characters(parent.node.text());
            }
        }
        while (parent.children.hasNext()) {
            Node child = parent.children.next();
            if (child.name().equals(Node.TEXT)) {
                return characters(child.text());
            } else if (parts.isMapped(parent.rule, child)) {
                ElementRule known = parts.known(parent.rule, child);
                boolean own = known != null || child.namespace() == null;
                String namespace = own ? parts.ownNamespace(known) : Objects.requireNonNull(child.namespace());
                return start(element(child, MappedParts.ruleOf(known), namespace));
            }
        }
        current = parent;
        return END_ELEMENT;
    }

    private int start(Open element) {
        open.push(element);
        current = element;
        return START_ELEMENT;
    }

    private int characters(String piece) {
        text = piece;
        return CHARACTERS;
    }

    private static Open link(String href) {
        Node include = Node.of("Include", List.of());
        return new Open(include, ContentSource.XOP, MappedParts.KEPT, List.of(new Attribute("", "href", href)));
    }

    @Override
    public int getEventType() {
        return event;
    }

    @Override
    public boolean isStartElement() {
        return event == START_ELEMENT;
    }

    @Override
    public String getLocalName() {
        return current.name;
    }

    @Override
    public String getNamespaceURI() {
        return current.namespace;
    }

    @Override
    public String getPrefix() {
        return XMLConstants.DEFAULT_NS_PREFIX;
    }

    // Names come expanded; no value of the families holds a prefix.
    @Override
    public int getNamespaceCount() {
        return 0;
    }

    @Override
    public @Nullable NamespaceContext getNamespaceContext() {
        return null;
    }

    @Override
    public int getAttributeCount() {
        return current.attributes.size();
    }

    @Override
    public String getAttributeNamespace(int index) {
        return current.attributes.get(index).namespace().intern();
    }

    @Override
    public String getAttributeLocalName(int index) {
        return current.attributes.get(index).name().intern();
    }

    @Override
    public String getAttributePrefix(int index) {
        String namespace = getAttributeNamespace(index);
        boolean reserved = namespace.equals(XMLConstants.XML_NS_URI);
        return namespace.isEmpty() ? "" : reserved ? XMLConstants.XML_NS_PREFIX : "a";
    }

    @Override
    public String getAttributeType(int index) {
        return "CDATA";
    }

    @Override
    public String getAttributeValue(int index) {
        return current.attributes.get(index).value();
    }

    @Override
    public char[] getTextCharacters() {
        return Objects.requireNonNull(text).toCharArray();
    }

    @Override
    public int getTextStart() {
        return 0;
    }

    @Override
    public int getTextLength() {
        return Objects.requireNonNull(text).length();
    }

    @Override
    public @Nullable Location getLocation() {
        return null;
    }

    // All names are interned, so that JAXB need not do it.
    @Override
    public @Nullable Object getProperty(String name) {
        return name.startsWith("org.codehaus.stax2.intern") ? Boolean.TRUE : null;
    }
}
