package vn.dancu.bus.dialect.answer;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.Envelope;
import vn.dancu.bus.dialect.WireQuestion;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.PopulationXml;

/**
 * Reads the answers of a service that is asked in a dialect. What the contract does not know is refused, never taken for an absent person.
 * Thread-safe.
 *
 * <pre>{@code
 * AnswerReader reader = AnswerReader.of(dialect, context);
 * Answer answer = reader.read(question.operation(), "text/xml; charset=utf-8", body);
 * }</pre>
 */
public final class AnswerReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MessageLimits.DEFAULT.depth())
                        .build());
    }

    private final Envelope envelope;
    private final PopulationXml xml;
    private final PopulationJson json;
    private final XRoadAnswers xroad;

    private AnswerReader(Envelope envelope, PopulationXml xml, PopulationJson json) {
        this.envelope = envelope;
        this.xml = xml;
        this.json = json;
        this.xroad = new XRoadAnswers(xml);
    }

    public static AnswerReader of(Dialect dialect, MessageContext messages) {
        PopulationXml xml = messages.populationXml(dialect.answers(), dialect.shape(), dialect.accepts());
        return new AnswerReader(dialect.envelope(), xml, messages.populationJson());
    }

    /**
     * The answer in that body.
     *
     * @param contentType as the service states it; null where it states none
     * @throws BusException with the code of the message library where it is none, whose refusal repeats no value
     */
    public Answer read(PopulationOperation operation, @Nullable String contentType, byte[] body) {
        if (envelope instanceof Envelope.Soap) {
            return soap(operation, contentType, body);
        }
        if (envelope instanceof Envelope.Xml) {
            return xml.readAnswer(operation, new ByteArrayInputStream(body));
        }
        if (envelope instanceof Envelope.SoapInJson wrapped && isObject(body)) {
            byte[] text = text(body, wrapped.textField()).getBytes(StandardCharsets.UTF_8);
            return xml.readAnswerEnvelope(operation, new ByteArrayInputStream(text), true);
        }
        return isObject(body)
                ? json.readAnswer(operation, new ByteArrayInputStream(body))
                : soap(operation, contentType, body);
    }

    /**
     * The answer to that question. Through X-Road it is also checked whether it is to this question and to no other.
     *
     * @param headers of the answer, by name in small letters; with {@link RequestHash#SENT_HEAD} the hash of the request is held against it
     * @throws BusException as the other one
     */
    public Answer read(PopulationOperation operation, WireQuestion asked, Map<String, String> headers, byte[] body) {
        String contentType = headers.get("content-type");
        if (envelope instanceof Envelope.XRoadSoap) {
            return xroad.soap(operation, asked, contentType, body);
        }
        if (envelope instanceof Envelope.XRoadRest) {
            XRoadAnswers.requireSame(asked, headers);
        }
        return read(operation, contentType, body);
    }

    /**
     * The fault of a security server that did not get an answer over REST.
     *
     * @param code of its header {@code X-Road-Error}
     */
    public static WireFault ofSecurityServer(String code) {
        return new WireFault(
                WireFault.Source.GATEWAY, code.toLowerCase(Locale.ROOT).startsWith("client."), FaultCode.shown(code));
    }

    /** The fault in that body; empty where there is none that could be read. */
    public static Optional<WireFault> fault(byte[] body) {
        if (!isObject(body)) {
            return XmlFaults.in(body);
        }
        try {
            return JsonFaults.in(JSON.readTree(body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Answer soap(PopulationOperation operation, @Nullable String contentType, byte[] body) {
        InputStream message = new ByteArrayInputStream(body);
        return xml.readAnswerEnvelope(operation, message, isStatedUtf8(contentType));
    }

    /** What is stated outside the XML goes before what its declaration says (RFC 7303 §3). */
    private static boolean isStatedUtf8(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replace("\"", "");
        return type.replace(" ", "").contains("charset=utf-8");
    }

    private static boolean isObject(byte[] body) {
        for (byte one : body) {
            if (one > ' ') {
                return one == '{';
            }
        }
        return false;
    }

    private static String text(byte[] body, String property) {
        try {
            JsonNode text = JSON.readTree(body).get(property);
            if (text != null && text.isTextual()) {
                return text.textValue();
            }
            throw BusException.of(ErrorCode.MESSAGE_INVALID, property, "a text with the message");
        } catch (IOException e) {
            throw BusException.of(ErrorCode.MESSAGE_MALFORMED, "/", "a JSON object");
        }
    }
}
