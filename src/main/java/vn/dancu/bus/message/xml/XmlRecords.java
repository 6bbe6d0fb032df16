package vn.dancu.bus.message.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Records;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.RecordsChecker;
import vn.dancu.bus.message.grammar.Rule;

/** {@link Records} of an XML document. */
final class XmlRecords implements Records {

    private final XMLStreamReader reader;
    private final Grammar grammar;
    private final RecordsChecker check;
    private final TreeReader reading;
    private final Node root;
    private final List<Node> others = new ArrayList<>();
    private @Nullable Node next;
    private boolean ended;

    XmlRecords(XMLStreamReader reader, Grammar grammar, MessageLimits limits, String name, Reaction reaction) {
        this.reader = reader;
        this.grammar = grammar;
        this.check = new RecordsChecker(grammar, reader.getLocalName(), name, reaction);
        this.reading = new TreeReader(reader, grammar, limits);
        Rule rule = grammar.root(reader.getLocalName());
        this.root = Node.of(reader.getLocalName(), List.of()).with(reading.attributes(rule));
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
                throw XmlReaderFactory.failure(e);
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
            XmlReaderFactory.finish(reader);
            check.end(root, true);
        } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
            throw FieldRefusals.invalid("", "elements and no text");
        }
    }

    private void element() throws XMLStreamException {
        Node element = reading.read(TreeReader.ruleOf(reading.known(check.root())), 2);
        try {
            if (check.isRecord(element, reading.isClean())) {
                next = element;
            } else {
                others.add(element);
            }
        } catch (RuntimeException e) {
            reading.drop();
            throw e;
        }
    }

    @Override
    public void close() {
        List<Node> held = new ArrayList<>(others);
        if (next != null) {
            held.add(next);
        }
        new Message(grammar, root.withChildren(held)).close();
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw XmlReaderFactory.failure(e);
        }
    }
}
