package vn.dancu.bus.dialect.answer;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.WireQuestion;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.message.xroad.SoapPart;
import vn.dancu.bus.message.xroad.XRoadEnvelopes;
import vn.dancu.bus.message.xroad.XRoadHeader;
import vn.dancu.bus.message.xroad.XRoadMessage;

/**
 * Answers of a security server: first whether they are to the question that was asked, then what stands in them. Thread-safe.
 */
final class XRoadAnswers {

    private static final String SHA_512 = "http://www.w3.org/2001/04/xmlenc#sha512";
    private static final String INCONSISTENT = "as in the question";
    private static final String REST_VERSION = "/r1/";
    private static final String REQUEST_HASH = "X-Road-Request-Hash";

    private final PopulationXml xml;
    private final XRoadEnvelopes envelopes = new XRoadEnvelopes();

    XRoadAnswers(PopulationXml xml) {
        this.xml = xml;
    }

    /**
     * The answer in a SOAP message.
     *
     * @throws BusException {@code field_invalid} at {@code Header/<field>} or {@code Header/requestHash} where it is to another
     *     question, {@code message_invalid} at {@code Body} for a fault or another element
     */
    Answer soap(PopulationOperation operation, WireQuestion asked, @Nullable String contentType, byte[] body) {
        byte[] message = SoapPart.of(contentType, body);
        XRoadMessage question = envelopes.read(asked.body());
        XRoadMessage answer = envelopes.read(message);
        if (!answer.body().equals(operation.element() + "Response")) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, "Body", operation.element() + "Response");
        }
        requireSame(question, answer);
        requireHash(answer, asked.body());
        return xml.readAnswer(operation, new ByteArrayInputStream(envelopes.content(message)));
    }

    /** What X-Road itself holds consistent between question and answer (PR-MESS §2.2). */
    private static void requireSame(XRoadMessage question, XRoadMessage answer) {
        XRoadHeader asked = question.header();
        XRoadHeader said = answer.header();
        requireEqual("client", asked.client(), said.client());
        requireEqual("service", asked.service(), said.service());
        requireEqual("id", asked.id(), said.id());
        requireEqual("userId", asked.userId(), said.userId());
        requireEqual("issue", asked.issue(), said.issue());
        requireEqual("representedParty", question.representedParty(), answer.representedParty());
    }

    private static void requireEqual(String field, @Nullable Object asked, @Nullable Object said) {
        if (!Objects.equals(asked, said)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "Header/" + field, INCONSISTENT);
        }
    }

    /** A security server always makes one; a provider that is asked without one does not. */
    private static void requireHash(XRoadMessage answer, byte[] sent) {
        for (Node block : answer.blocks()) {
            if (block.name().equals("requestHash") && XRoadMessage.NAMESPACE.equals(block.namespace())) {
                boolean isRight = SHA_512.equals(block.attribute("algorithmId"))
                        && RequestHash.isSame(
                                RequestHash.ofMessage(sent), block.text().replaceAll("\\s", ""));
                if (!isRight) {
                    throw BusException.of(ErrorCode.FIELD_INVALID, "Header/requestHash", "of the bytes that were sent");
                }
            }
        }
    }

    /**
     * Requires that an answer over REST is to that question, as far as its headers say. A security server always makes a hash of the
     * request; a provider that is asked without one does not.
     *
     * @param headers by name in small letters
     * @throws BusException {@code field_invalid} at the header
     */
    static void requireSame(WireQuestion asked, Map<String, String> headers) {
        for (String name : List.of(XRoadHeader.CLIENT, XRoadHeader.ID, XRoadHeader.USER_ID, XRoadHeader.ISSUE)) {
            String said = headers.get(name.toLowerCase(Locale.ROOT));
            if (said != null && !said.strip().equals(asked.headers().get(name))) {
                throw BusException.of(ErrorCode.FIELD_INVALID, name, INCONSISTENT);
            }
        }
        String service = headers.get("x-road-service");
        if (service != null && !asked.target().contains(REST_VERSION + service.strip() + "/")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, XRoadHeader.SERVICE, INCONSISTENT);
        }
        String hash = headers.get(REQUEST_HASH.toLowerCase(Locale.ROOT));
        String head = headers.get(RequestHash.SENT_HEAD);
        if (hash != null
                && head != null
                && !RequestHash.isSame(RequestHash.ofRequest(head, asked.body()), hash.strip())) {
            throw BusException.of(ErrorCode.FIELD_INVALID, REQUEST_HASH, "of the request that was sent");
        }
    }
}
