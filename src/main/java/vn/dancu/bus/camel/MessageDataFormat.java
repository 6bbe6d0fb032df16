package vn.dancu.bus.camel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatName;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.typed.TypedElement;

/**
 * Messages of one family, XML and JSON. {@code unmarshal} gives a {@link Message}, of the family {@code population} a
 * {@link CitizenQuery}; {@code marshal} takes these, an {@link InquiryReply}, an {@link Answer}, a {@link Refusal}, a
 * {@link Node} and an object of a family's classes. What cannot be read is thrown as {@link vn.dancu.bus.kernel.BusException} with its code.
 *
 * <p>Reading and writing are streams: attachments above 64 kB lie in files, which go when the exchange is done.
 */
public class MessageDataFormat extends ServiceSupport implements DataFormat, DataFormatName, CamelContextAware {

    static final String NAME = "dancu-message";

    /** How far the first sign of JSON is looked for. */
    private static final int HEAD_BYTES = 1024;

    private static final int MOST_FINDINGS = 100;

    // Each option is described in META-INF/vn/dancu/bus/camel/dancu-message.json.
    private String family = "";
    private int version = 1;
    private String format = "auto";
    private String reaction = "strict";
    private @Nullable String dialect;
    private @Nullable String root;
    private boolean pretty;
    private String limits = "default";
    private @Nullable String records;

    private @Nullable CamelContext camelContext;
    private @Nullable MessageLibrary library;
    private @Nullable Version known;

    /** As the data format of that name, with every option at its default. */
    public MessageDataFormat() {}

    MessageDataFormat(Version version, String format) {
        this.family = version.family();
        this.version = version.number();
        this.format = format;
    }

    @Override
    public String getDataFormatName() {
        return NAME;
    }

    @Override
    protected void doInit() {
        known = Arrays.stream(Version.values())
                .filter(one -> one.family().equals(family) && one.number() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "dancu-message: there is no family " + family + " with version " + version));
        requireOneOf("format", format, "auto", MessageLibrary.XML, MessageLibrary.JSON);
        requireOneOf("reaction", reaction, "strict", "lenient", "collecting");
        requireOneOf("limits", limits, "default", "large");
        library = MessageLibrary.of(Objects.requireNonNull(camelContext));
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws IOException {
        InputStream in = stream.markSupported() ? stream : new BufferedInputStream(stream);
        String wire = format.equals("auto") ? wireOf(in) : format;
        exchange.setProperty(ExchangeKeys.FORMAT, wire);
        if (known() == Version.POPULATION_V1) {
            return population(exchange, wire).reader().apply(in);
        }
        MessageFormat reader = messageFormat(wire, known());
        Reaction strictness = reaction();
        if (records != null) {
            return reader.records(in, records, strictness);
        }
        Message message = reader.read(in, strictness);
        if (strictness instanceof Reaction.Collecting found) {
            exchange.setProperty(ExchangeKeys.FINDINGS, found.findings());
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                message.close();
            }
        });
        return message;
    }

    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream) throws IOException {
        String wire = format.equals("auto") ? MessageLibrary.format(exchange) : format;
        if (graph instanceof Message message) {
            messageFormat(wire, message.version()).write(message, stream);
        } else if (graph instanceof TypedElement typed) {
            marshal(exchange, library().messages().message(typed), stream);
        } else if (graph instanceof Node node) {
            messageFormat(wire, known()).write(library().messages().message(known(), node), stream);
        } else {
            stream.write(population(exchange, wire, graph));
        }
    }

    private byte[] population(Exchange exchange, String wire, Object graph) {
        PopulationCodec codec = population(exchange, wire);
        if (graph instanceof CitizenQuery query) {
            return codec.questions().apply(query);
        }
        if (graph instanceof Answer answer) {
            return codec.answers().apply(answer);
        }
        if (graph instanceof InquiryReply.Answered answered) {
            boolean written = dialect == null && wire.equals(MessageLibrary.format(exchange));
            return written ? answered.body() : codec.answers().apply(answered.answer());
        }
        if (graph instanceof InquiryReply.Refused refused) {
            return codec.refusals().apply(refused.refusal());
        }
        if (graph instanceof Refusal refusal) {
            return codec.refusals().apply(refusal);
        }
        throw new IllegalArgumentException("dancu-message: writes messages, questions, answers and refusals, no "
                + graph.getClass().getName());
    }

    private PopulationCodec population(Exchange exchange, String wire) {
        return library().population(wire, dialect != null ? dialect : MessageLibrary.dialect(exchange));
    }

    private MessageFormat messageFormat(String wire, Version of) {
        MessageFormat made = library().format(wire, of);
        made = limits.equals("large") ? made.within(MessageLimits.LARGE) : made;
        made = root == null ? made : made.ofRoot(root);
        return pretty ? made.pretty() : made;
    }

    private Reaction reaction() {
        return switch (reaction) {
            case "lenient" -> Reaction.LENIENT;
            case "collecting" -> new Reaction.Collecting(MOST_FINDINGS);
            default -> Reaction.STRICT;
        };
    }

    private static String wireOf(InputStream in) throws IOException {
        in.mark(HEAD_BYTES);
        byte[] head = in.readNBytes(HEAD_BYTES);
        in.reset();
        return wireOf(head);
    }

    /** {@code json} where the document begins with a brace or a bracket, after white space, else {@code xml}. */
    public static String wireOf(byte[] head) {
        for (byte one : head) {
            if (one > ' ') {
                return one == '{' || one == '[' ? MessageLibrary.JSON : MessageLibrary.XML;
            }
        }
        return MessageLibrary.XML;
    }

    private static void requireOneOf(String option, String value, String... allowed) {
        if (!Arrays.asList(allowed).contains(value)) {
            throw new IllegalArgumentException("dancu-message: " + option + " takes " + String.join(", ", allowed));
        }
    }

    private Version known() {
        return Objects.requireNonNull(known);
    }

    private MessageLibrary library() {
        return Objects.requireNonNull(library);
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    public void setFamily(String family) {
        this.family = family;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public void setReaction(String reaction) {
        this.reaction = reaction;
    }

    public void setDialect(String dialect) {
        this.dialect = dialect;
    }

    public void setRoot(String root) {
        this.root = root;
    }

    public void setPretty(boolean pretty) {
        this.pretty = pretty;
    }

    public void setLimits(String limits) {
        this.limits = limits;
    }

    public void setRecords(String records) {
        this.records = records;
    }
}
