package vn.dancu.bus.message.xml;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.RecordWriter;
import vn.dancu.bus.message.Records;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;

/** The XML wire of one family. */
public final class XmlFormat implements MessageFormat {

    private final Grammar grammar;
    private final MessageLimits limits;
    private final XmlReaderFactory streams;
    private final TreeWriter writing;
    private final @Nullable Utf8TreeWriter direct;
    private final SoapEnvelopeReader envelopes;

    public XmlFormat(Grammar grammar, MessageLimits limits) {
        this(grammar, limits, new XmlReaderFactory(limits), new TreeWriter(grammar, false));
    }

    private XmlFormat(Grammar grammar, MessageLimits limits, XmlReaderFactory streams, TreeWriter writing) {
        this.grammar = grammar;
        this.limits = limits;
        this.streams = streams;
        this.writing = writing;
        this.direct = grammar.isOfOneNamespace() && grammar.prefix().isEmpty() && !writing.isPretty()
                ? new Utf8TreeWriter(grammar.namespace())
                : null;
        this.envelopes = new SoapEnvelopeReader(streams);
    }

    /** What its messages are checked by. */
    public Grammar grammar() {
        return grammar;
    }

    @Override
    public Message read(InputStream document, Reaction reaction) {
        XMLStreamReader reader = streams.open(document);
        Checked read = readElement(reader);
        Message message = new Message(grammar, read.element());
        try {
            XmlReaderFactory.finish(reader);
            read.check(grammar, reaction);
            return message;
        } catch (RuntimeException e) {
            message.close();
            throw e;
        }
    }

    /**
     * An element as it was read.
     *
     * @param clean whether a check would report nothing
     */
    public record Checked(Node element, boolean clean) {

        public void check(Grammar grammar, Reaction reaction) {
            if (!clean) {
                grammar.check(element, reaction);
            }
        }
    }

    /**
     * Reads a whole document with what reads its root, such as {@link #readElement}: it gets a reader on the root's start tag
     * and leaves it on the end tag.
     */
    public <T> T readRoot(InputStream document, Function<XMLStreamReader, T> reading) {
        XMLStreamReader reader = streams.open(document);
        T read = reading.apply(reader);
        XmlReaderFactory.finish(reader);
        return read;
    }

    /** Reads the element on whose start tag the reader stands, and leaves the reader on its end tag. */
    public Checked readElement(XMLStreamReader reader) {
        Rule rule = rootRule(reader);
        try {
            TreeReader reading = new TreeReader(reader, grammar, limits);
            Node element = reading.read(rule);
            return new Checked(element, reading.isClean());
        } catch (XMLStreamException | WstxLazyException e) {
            // The lazy one comes from a door's own reader.
            throw XmlReaderFactory.failure(e);
        }
    }

    /**
     * Reads the one element in the Body of a message of SOAP 1.1.
     *
     * @param stated whether its transport stated UTF-8, so that its XML declaration does not count
     * @param reading reads that element, as {@link #readElement} does
     */
    public <T> T readEnvelope(InputStream message, boolean stated, Function<XMLStreamReader, T> reading) {
        return envelopes.read(message, stated, reading);
    }

    private Rule rootRule(XMLStreamReader reader) {
        String namespace = reader.getNamespaceURI();
        boolean none = namespace == null || namespace.isEmpty();
        if (!grammar.namespace().equals(namespace) && !(none && grammar.takesLocalNames())) {
            throw FieldRefusals.refusal(
                    ErrorCode.OPERATION_UNKNOWN, "/", "an element in the namespace " + grammar.namespace());
        }
        return grammar.root(reader.getLocalName());
    }

    @Override
    public void write(Message message, OutputStream out) {
        try {
            XMLStreamWriter writer = writing.open(out);
            writing.write(writer, message.root());
            writer.close();
        } catch (XMLStreamException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException("A content cannot be read", e);
        }
    }

    @Override
    public byte[] write(Message message) {
        return write(message.root());
    }

    public byte[] write(Node root) {
        byte[] plain = direct == null ? null : direct.write(root);
        if (plain != null) {
            return plain;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
        write(new Message(grammar, root), out);
        return out.toByteArray();
    }

    @Override
    public Records records(InputStream document, String name, Reaction reaction) {
        XMLStreamReader reader = streams.open(document);
        rootRule(reader);
        return new XmlRecords(reader, grammar, limits, name, reaction);
    }

    @Override
    public RecordWriter writer(Node head, OutputStream out) {
        try {
            return new XmlRecordWriter(writing, head, out);
        } catch (XMLStreamException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException("A content cannot be read", e);
        }
    }

    @Override
    public MessageFormat pretty() {
        return new XmlFormat(grammar, limits, streams, new TreeWriter(grammar, true));
    }

    @Override
    public MessageFormat within(MessageLimits others) {
        return new XmlFormat(grammar, others, new XmlReaderFactory(others), writing);
    }

    /** XML names its root itself. */
    @Override
    public MessageFormat ofRoot(String name) {
        grammar.root(name);
        return this;
    }

    /** What goes wrong while a tree is written is the stream's fault; the tree can be written. */
    static RuntimeException failure(XMLStreamException e) {
        return e.getNestedException() instanceof IOException broken
                ? new UncheckedIOException(broken)
                : new IllegalStateException("A tree cannot be written", e);
    }
}
