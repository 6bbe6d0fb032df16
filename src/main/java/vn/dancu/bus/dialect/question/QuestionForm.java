package vn.dancu.bus.dialect.question;

import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.Envelope;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationXml;

/** The body of a question in one envelope. Thread-safe. */
public interface QuestionForm {

    /** The body; the values of the call are asked for by name. */
    byte[] write(CitizenQuery question, Function<String, String> values);

    CitizenQuery read(InputStream body);

    /** The headers that go with the body alone, such as those of X-Road. */
    default Map<String, String> headers(CitizenQuery question, Function<String, String> values) {
        return Map.of();
    }

    /**
     * Where the question goes.
     *
     * @param path of the service, as the call has it
     */
    default String path(CitizenQuery question, String path, Function<String, String> values) {
        return path;
    }

    /** What the body cannot carry. */
    default Set<String> losses(CitizenQuery question) {
        return Set.of();
    }

    static QuestionForm of(Dialect dialect, MessageContext messages) {
        Envelope envelope = dialect.envelope();
        PopulationXml xml = messages.populationXml(dialect.answers(), dialect.shape(), dialect.accepts());
        if (envelope instanceof Envelope.Soap) {
            return new SoapForm(new SoapEnvelope(xml));
        }
        if (envelope instanceof Envelope.XRoadSoap header) {
            return new XRoadSoapForm(header, xml);
        }
        if (envelope instanceof Envelope.XRoadRest rest) {
            return new XRoadRestForm(rest, messages.populationJson());
        }
        if (envelope instanceof Envelope.SoapInJson wrapped) {
            return new SoapInJsonForm(wrapped, new SoapEnvelope(xml));
        }
        if (envelope instanceof Envelope.FlatJson flat) {
            return new FlatJsonForm(flat, messages.populationJson());
        }
        return envelope instanceof Envelope.Json
                ? new PlainForm(messages.populationJson()::writeQuery, messages.populationJson()::readQuery)
                : new PlainForm(xml::writeQuery, xml::readQuery);
    }
}
