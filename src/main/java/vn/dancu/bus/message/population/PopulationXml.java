package vn.dancu.bus.message.population;

import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import vn.dancu.bus.kernel.Refusal;

/**
 * Parser and encoder of the XML wire for one version of the answer. Thread-safe. Every reading method throws
 * {@link vn.dancu.bus.kernel.BusException} whose refusal names the field and the rule, never the value.
 *
 * <pre>{@code
 * PopulationXml live = context.populationXml(Version.LIVE_V1);
 * CitizenQuery question = live.readQuery(in);
 * byte[] body = live.write(answer);
 * }</pre>
 */
public interface PopulationXml {

    /** Reads a whole document whose root is a request element in {@code http://dancuquocgia.bca}. */
    CitizenQuery readQuery(InputStream document);

    /** Reads the request element on whose start tag the reader stands, and leaves it on the end tag. */
    CitizenQuery readQuery(XMLStreamReader reader);

    /**
     * Reads a whole message of SOAP 1.1 with a request element in its Body. What is wrong around that element is refused at
     * {@code Envelope}, {@code Header} or {@code Body}.
     *
     * @param stated whether its transport stated UTF-8, so that another encoding in its XML declaration does not count (RFC
     *     7303 §3)
     */
    CitizenQuery readEnvelope(InputStream message, boolean stated);

    /** The request element for a question: UTF-8, no XML declaration. */
    byte[] writeQuery(CitizenQuery query);

    /** Reads a whole document that holds the answer of that operation in this version's shape. */
    Answer readAnswer(PopulationOperation operation, InputStream document);

    /**
     * Reads a whole message of SOAP 1.1 that holds the answer of that operation in its Body.
     *
     * @param stated as in {@link #readEnvelope}
     */
    Answer readAnswerEnvelope(PopulationOperation operation, InputStream message, boolean stated);

    /**
     * What this wire would not bring back as it was sent, such as {@code ThoiDiemDuLieu} or {@code CongDan/TonGiao}; empty
     * where it carries the whole answer.
     */
    List<String> losses(Answer answer);

    /** The answer element in this version's shape: UTF-8, no XML declaration, all namespaces declared on it. */
    byte[] write(Answer answer);

    /** The element {@code Loi} with code, texts, field, rule and occurrence: UTF-8, no XML declaration. */
    byte[] write(Refusal refusal);
}
