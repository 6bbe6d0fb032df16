package vn.dancu.bus.message.typed;

import com.ctc.wstx.stax.WstxEventFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.Namespace;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.ElementRule;

/** The StAX events of a tree, without the parts that no class maps. Bytes are named by a link and not written as text. */
final class TreeEventReader implements XMLEventReader {

    private static final XMLEventFactory EVENTS = new WstxEventFactory();

    private final MappedParts parts;
    private final ContentSource contents;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<XMLEvent> ready = new ArrayDeque<>();

    TreeEventReader(Grammar grammar, MappedParts parts, Node root, ContentSource contents) {
        this.parts = parts;
        this.contents = contents;
        start(root, grammar.root(root.name()), grammar.namespace());
    }

    /** An element whose end is to come. */
    private record Open(Node node, String namespace, Rule rule, Iterator<Node> children) {}

    /** The element whose start was read last. */
    Node current() {
        return Objects.requireNonNull(open.peek()).node();
    }

    @Override
    public XMLEvent nextEvent() {
        XMLEvent event = peek();
        if (event == null) {
            throw new NoSuchElementException();
        }
        ready.remove();
        return event;
    }

    @Override
    public @Nullable XMLEvent peek() {
        if (ready.isEmpty() && !open.isEmpty()) {
            advance(open.element());
        }
        return ready.peek();
    }

    private void advance(Open parent) {
        if (!parent.children().hasNext()) {
            open.pop();
            ready.add(EVENTS.createEndElement(
                    "", parent.namespace(), parent.node().name()));
            return;
        }
        Node child = parent.children().next();
        if (child.name().equals(Node.TEXT)) {
            ready.add(EVENTS.createCharacters(child.text()));
        } else if (parts.isMapped(parent.rule(), child)) {
            ElementRule known = parts.known(parent.rule(), child);
            boolean own = known != null || child.namespace() == null;
            start(
                    child,
                    MappedParts.ruleOf(known),
                    own ? parts.ownNamespace(known) : Objects.requireNonNull(child.namespace()));
        } else {
            advance(parent);
        }
    }

    private void start(Node node, Rule rule, String namespace) {
        open.push(new Open(node, namespace, rule, node.children().iterator()));
        ready.add(EVENTS.createStartElement(
                "", namespace, node.name(), attributes(node, rule), Collections.<Namespace>emptyIterator()));
        Content content = node.content();
        if (content != null) {
            link(contents.link(content));
        } else if (!node.text().isEmpty()) {
            ready.add(EVENTS.createCharacters(node.text()));
        }
    }

    private Iterator<Attribute> attributes(Node node, Rule rule) {
        if (node.attributes().isEmpty()) {
            return Collections.emptyIterator();
        }
        List<Attribute> attributes = new ArrayList<>(node.attributes().size());
        for (Node.Attribute one : parts.mapped(rule, node.attributes())) {
            String namespace = one.namespace();
            String prefix = namespace.isEmpty()
                    ? ""
                    : namespace.equals(XMLConstants.XML_NS_URI) ? XMLConstants.XML_NS_PREFIX : "a";
            attributes.add(EVENTS.createAttribute(prefix, namespace, one.name(), one.value()));
        }
        return attributes.iterator();
    }

    private void link(String href) {
        Iterator<Attribute> attributes =
                List.of(EVENTS.createAttribute("href", href)).iterator();
        ready.add(EVENTS.createStartElement(
                "", ContentSource.XOP, "Include", attributes, Collections.<Namespace>emptyIterator()));
        ready.add(EVENTS.createEndElement("", ContentSource.XOP, "Include"));
    }

    @Override
    public boolean hasNext() {
        return peek() != null;
    }

    @Override
    public Object next() {
        return nextEvent();
    }

    @Override
    public String getElementText() {
        throw new UnsupportedOperationException();
    }

    @Override
    public XMLEvent nextTag() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getProperty(String name) {
        throw new IllegalArgumentException(name);
    }

    @Override
    public void close() {}
}
