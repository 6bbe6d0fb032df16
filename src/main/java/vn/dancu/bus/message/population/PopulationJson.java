package vn.dancu.bus.message.population;

import java.io.InputStream;
import java.util.List;
import vn.dancu.bus.kernel.Refusal;

/**
 * Parser and encoder of the JSON wire. Thread-safe. Every reading method throws
 * {@link vn.dancu.bus.kernel.BusException} whose refusal names the property and the rule, never the value.
 *
 * <pre>{@code
 * byte[] body = context.populationJson().writeQuery(question);
 * Answer answer = context.populationJson().readAnswer(question.operation(), in);
 * }</pre>
 */
public interface PopulationJson {

    /** Reads a question for a known operation; a property {@code dichVu}, if there, must name the same. */
    CitizenQuery readQuery(PopulationOperation operation, InputStream document);

    /** Reads a question that names its operation in {@code dichVu}. */
    CitizenQuery readQuery(InputStream document);

    /** The JSON document for a question, {@code dichVu} included. */
    byte[] writeQuery(CitizenQuery query);

    /** Reads the answer of that operation. */
    Answer readAnswer(PopulationOperation operation, InputStream document);

    /**
     * What this wire would not bring back as it was sent, such as {@code ThoiDiemDuLieu} or {@code CongDan/TonGiao}; empty
     * where it carries the whole answer.
     */
    List<String> losses(Answer answer);

    byte[] write(Answer answer);

    /** The {@code problem+json} document (RFC 9457) with code, texts, field, rule and occurrence. */
    byte[] write(Refusal refusal);
}
