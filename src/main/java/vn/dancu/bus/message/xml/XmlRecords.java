package vn.dancu.bus.message.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Records;
import vn.dancu.bus.message.grammar.Findings;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;

/** {@link Records} of an XML document. */
final class XmlRecords implements Records {

    private final XMLStreamReader reader;
    private final Grammar grammar;
    private final Complex rule;
    private final String name;
    private final Reaction reaction;
    private final TreeReading reading;
    private final Node root;
    private final List<Node> others = new ArrayList<>();
    private @Nullable Node next;
    private boolean ended;
    private int count;

    XmlRecords(
            XMLStreamReader reader, Grammar grammar, MessageLimits limits, Rule rule, String name, Reaction reaction) {
        if (!(rule instanceof Complex complex) || complex.element(name) == null) {
            throw new IllegalArgumentException("The root has no element " + name);
        }
        this.reader = reader;
        this.grammar = grammar;
        this.rule = complex;
        this.name = name;
        this.reaction = reaction;
        this.reading = new TreeReading(reader, grammar, limits);
        this.root = Node.of(reader.getLocalName(), List.of()).with(reading.attributes());
    }

    @Override
    public Node head() {
        return root.withChildren(List.copyOf(others));
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            try {
                advance();
            } catch (XMLStreamException e) {
                throw XmlStreams.failure(e);
            }
        }
        return next != null;
    }

    @Override
    public Node next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Node record = Objects.requireNonNull(next);
        next = null;
        return record;
    }

    private void advance() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            element();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            ended = true;
            XmlStreams.finish(reader);
            if (count == 0) {
                grammar.check(head(), reaction);
            }
        } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
            throw Findings.invalid("", "elements and no text");
        }
    }

    private void element() throws XMLStreamException {
        ElementRule known = reading.known(rule);
        Node element = reading.read(TreeReading.ruleOf(known), 2);
        if (known == null) {
            if (element.isOwn() || !rule.isOpen()) {
                grammar.check(root.withChildren(List.of(element)), reaction);
            }
            others.add(element);
        } else {
            grammar.check(element, known, known.name() + (known.repeats() ? "[" + count + "]" : ""), reaction);
            if (known.name().equals(name)) {
                count++;
                next = element;
            } else {
                others.add(element);
            }
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw XmlStreams.failure(e);
        }
    }
}
