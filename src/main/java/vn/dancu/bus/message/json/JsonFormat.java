package vn.dancu.bus.message.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.RecordWriter;
import vn.dancu.bus.message.Records;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.wire.DocumentInput;
import vn.dancu.bus.message.wire.LimitCounter;

/** The JSON wire of one family. */
public final class JsonFormat implements MessageFormat {

    private final Grammar grammar;
    private final MessageLimits limits;
    private final JsonFactory factory;
    private final boolean pretty;
    private final @Nullable String root;

    public JsonFormat(Grammar grammar, MessageLimits limits) {
        this(grammar, limits, factory(limits), false, null);
    }

    private JsonFormat(
            Grammar grammar, MessageLimits limits, JsonFactory factory, boolean pretty, @Nullable String root) {
        this.grammar = grammar;
        this.limits = limits;
        this.factory = factory;
        this.pretty = pretty;
        this.root = root;
    }

    // A strange namespace stands before a property's name; bytes in base64 are read past the limit of a string.
    public static JsonFactory factory(MessageLimits limits) {
        return factory(limits, tokens(limits));
    }

    // Jackson counts the tokens of a whole document, where records are streamed the limit is that of one record.
    private static JsonFactory ofRecords(MessageLimits limits) {
        return factory(limits, Long.MAX_VALUE);
    }

    private static JsonFactory factory(MessageLimits limits, long tokens) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(2 * limits.depth() + 4)
                        .maxStringLength(limits.textLength())
                        .maxNumberLength(limits.numberLength())
                        .maxTokenCount(tokens)
                        .maxNameLength(limits.nameLength() + LimitCounter.MAX_NAMESPACE_LENGTH + 3)
                        .build())
                .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                .build();
    }

    // An element is a name, an object, its text and its attributes, and its name once more where the order is listed.
    private static long tokens(MessageLimits limits) {
        return (2L * limits.attributes() + 8) * limits.elements() + 64;
    }

    @Override
    public Message read(InputStream document, Reaction reaction) {
        List<Content> contents = new ArrayList<>(0);
        try (JsonParser json = parser(factory, document)) {
            NodeJsonReader reading = new NodeJsonReader(json, grammar, limits, contents);
            Message message = new Message(grammar, reading.document(rootName()));
            grammar.check(message.root(), reaction);
            return message;
        } catch (JsonProcessingException e) {
            contents.forEach(Content::close);
            throw JsonFailures.of(e);
        } catch (IOException e) {
            contents.forEach(Content::close);
            throw failure(e);
        } catch (RuntimeException e) {
            contents.forEach(Content::close);
            throw e;
        }
    }

    private JsonParser parser(JsonFactory made, InputStream document) throws IOException {
        return made.createParser(DocumentInput.open(document, limits.documentBytes()));
    }

    @Override
    public void write(Message message, OutputStream out) {
        try (JsonGenerator json = generator(out)) {
            new NodeJsonWriter(json, grammar).document(message.root());
        } catch (IOException e) {
            throw new UncheckedIOException("A document cannot be written", e);
        }
    }

    @Override
    public byte[] write(Message message) {
        try (ByteArrayBuilder out = new ByteArrayBuilder(factory._getBufferRecycler())) {
            write(message, out);
            return out.getClearAndRelease();
        }
    }

    private JsonGenerator generator(OutputStream out) throws IOException {
        JsonGenerator json = factory.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        if (pretty) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
        }
        return json;
    }

    @Override
    public Records records(InputStream document, String name, Reaction reaction) {
        try {
            JsonParser json = parser(ofRecords(limits), document);
            return new JsonRecords(
                    json,
                    grammar,
                    new NodeJsonReader(json, grammar, limits, new ArrayList<>(0)),
                    rootName(),
                    name,
                    reaction);
        } catch (JsonProcessingException e) {
            throw JsonFailures.of(e);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public RecordWriter writer(Node head, OutputStream out) {
        try {
            return new JsonRecordWriter(generator(out), grammar, head);
        } catch (IOException e) {
            throw new UncheckedIOException("A document cannot be written", e);
        }
    }

    @Override
    public MessageFormat pretty() {
        return new JsonFormat(grammar, limits, factory, true, root);
    }

    @Override
    public MessageFormat within(MessageLimits others) {
        return new JsonFormat(grammar, others, factory(others), pretty, root);
    }

    @Override
    public MessageFormat ofRoot(String name) {
        grammar.root(name);
        return new JsonFormat(grammar, limits, factory, pretty, name);
    }

    /** The root that the wire does not name. */
    private @Nullable String rootName() {
        if (grammar.isNativeJson() && root == null) {
            throw new IllegalStateException("The JSON of " + grammar.version() + " does not name its root; say ofRoot");
        }
        return root;
    }

    private static RuntimeException failure(IOException e) {
        BusException refusal = DocumentInput.behind(e);
        return refusal != null ? refusal : new UncheckedIOException("A content cannot be spooled", e);
    }
}
