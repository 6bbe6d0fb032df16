package vn.dancu.bus.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.document.DocumentMessages;
import vn.dancu.bus.message.document.edxml.EdxmlMessages;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.json.JsonFailures;
import vn.dancu.bus.message.json.JsonFormat;
import vn.dancu.bus.message.json.JsonSchemaWriter;
import vn.dancu.bus.message.population.CitizenMessages;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.message.population.json.PopulationJsonCodec;
import vn.dancu.bus.message.population.tree.PopulationXmlCodec;
import vn.dancu.bus.message.population.tree.QuestionMapper;
import vn.dancu.bus.message.population.tree.ShapedCitizenMessages;
import vn.dancu.bus.message.population.variant.QuestionVariants;
import vn.dancu.bus.message.typed.TypedMessages;
import vn.dancu.bus.message.wire.XmlFailures;
import vn.dancu.bus.message.xml.XmlFormat;

/**
 * The library's one costly object: make it once, share it between threads. The schema of a family is read when the family is
 * first used.
 *
 * <pre>{@code
 * MessageContext context = MessageContext.create();
 * try (Message message = context.xml(Version.QCVN_109_V1).read(in)) {
 *     byte[] json = context.json(Version.QCVN_109_V1).write(message);
 * }
 * }</pre>
 */
public final class MessageContext {

    private final Map<Version, Family> families = new ConcurrentHashMap<>();
    private final ErrorTexts texts = ErrorTexts.load();
    private final MessageLimits limits;
    private volatile @Nullable Population population;

    private MessageContext(MessageLimits limits) {
        this.limits = limits;
    }

    private record Family(Grammar grammar, XmlFormat xml, MessageFormat json) {}

    private record Population(QuestionMapper questions, PopulationJson json) {}

    public static MessageContext create() {
        return create(MessageLimits.DEFAULT);
    }

    public static MessageContext create(MessageLimits limits) {
        return new MessageContext(limits);
    }

    /** Parser and encoder of XML for that family. */
    public MessageFormat xml(Version version) {
        return family(version).xml();
    }

    /** Parser and encoder of JSON for that family. */
    public MessageFormat json(Version version) {
        return family(version).json();
    }

    /** The JSON Schema (2020-12) of that family's JSON, as it lies beside its XML Schema. */
    public byte[] jsonSchema(Version version) {
        return JsonSchemaWriter.write(grammar(version));
    }

    /** What checks messages of that family that a program made. */
    public Validator validator(Version version) {
        Grammar grammar = grammar(version);
        return (message, reaction) -> grammar.check(message.root(), reaction);
    }

    /** A message that a program made, unchecked. */
    public Message message(Version version, Node root) {
        return new Message(grammar(version), root);
    }

    /**
     * The message of an object that a program made or changed, unchecked. What came with {@link Message#as} and has no field
     * in its class goes back where it stood: elements and attributes that no schema knows, the order of elements, and the
     * spelling of values that did not change.
     *
     * @param typed an object of {@code vn.dancu.schema.<family>.v1}, or a {@code JAXBElement} by the {@code ObjectFactory} of
     *     that package where several documents have its type
     */
    public Message message(Object typed) {
        Grammar grammar = grammar(TypedMessages.versionOf(typed));
        return new Message(grammar, TypedMessages.of(grammar).tree(typed));
    }

    /** The citizen in one shape. */
    public CitizenMessages citizens(CitizenShape shape) {
        return new ShapedCitizenMessages(shape);
    }

    /** Electronic documents and their statuses as records. */
    public DocumentMessages documents() {
        return new EdxmlMessages(root -> message(Version.EDXML_V1, root));
    }

    /** The population service over XML, with answers in the shape of that version. */
    public PopulationXml populationXml(Version answers) {
        return populationXml(answers, answers == Version.LIVE_V1 ? CitizenShape.LIVE : CitizenShape.OFFICIAL);
    }

    /** The same with answers in another shape, as far as the schema of that version knows it. */
    public PopulationXml populationXml(Version answers, CitizenShape shape) {
        return populationXml(answers, shape, QuestionVariants.NONE);
    }

    /** The same, reading questions that differ from the contract in these ways too. */
    public PopulationXml populationXml(Version answers, CitizenShape shape, QuestionVariants variants) {
        return new PopulationXmlCodec(
                new XmlFormat(grammar(answers), limits),
                shape,
                variants,
                population().questions(),
                texts,
                limits);
    }

    /** The population service over JSON, as {@code openapi/v1.yaml} has it. */
    public PopulationJson populationJson() {
        return population().json();
    }

    /**
     * Reads the one element in the Body of a message of SOAP 1.1 whose content no schema of a family describes; what is wrong around it
     * is refused as for every other.
     *
     * @param stated whether its transport stated UTF-8, so that its XML declaration does not count
     * @param reading gets a reader on the element's start tag and leaves it on its end tag
     */
    public <T> T readEnvelope(InputStream message, boolean stated, Function<XMLStreamReader, T> reading) {
        return family(Version.POPULATION_V1).xml().readEnvelope(message, stated, reading);
    }

    private Grammar grammar(Version version) {
        return family(version).grammar();
    }

    private Family family(Version version) {
        Family read = families.get(version);
        return read == null ? families.computeIfAbsent(version, this::readFamily) : read;
    }

    private Family readFamily(Version version) {
        Grammar grammar = Grammar.of(version);
        return new Family(grammar, new XmlFormat(grammar, limits), new JsonFormat(grammar, limits));
    }

    // Two threads may both make it: it is immutable and cheap beside the grammar, which is read once.
    private Population population() {
        Population made = population;
        if (made == null) {
            QuestionMapper questions = new QuestionMapper(grammar(Version.POPULATION_V1));
            made = new Population(questions, new PopulationJsonCodec(questions, texts, limits));
            population = made;
        }
        return made;
    }

    /** The refusal of XML that another reader than ours could not read; the same codes as ours gives. */
    public static Refusal refusal(XMLStreamException failure, String field) {
        ErrorCode code = XmlFailures.code(failure);
        return Refusal.of(code, field, XmlFailures.rule(code));
    }

    /** The refusal of JSON that another reader than ours could not read; the same codes as ours gives. */
    public static Refusal refusal(JsonProcessingException failure, String field) {
        Refusal refusal = JsonFailures.of(failure).refusal();
        return Refusal.of(refusal.code(), field, String.valueOf(refusal.rule()));
    }
}
