package vn.dancu.bus.dialect.question;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import vn.dancu.bus.dialect.Envelope;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.message.xroad.XRoadEnvelopeWriter;
import vn.dancu.bus.message.xroad.XRoadEnvelopes;

/** A question in a SOAP message of X-Road; the code of the service is the name of the request element. */
final class XRoadSoapForm implements QuestionForm {

    private final Envelope.XRoadSoap envelope;
    private final XRoadFields fields;
    private final PopulationXml xml;
    private final XRoadEnvelopeWriter writer = new XRoadEnvelopeWriter();
    private final XRoadEnvelopes envelopes = new XRoadEnvelopes();

    XRoadSoapForm(Envelope.XRoadSoap envelope, PopulationXml xml) {
        this.envelope = envelope;
        this.fields = new XRoadFields(envelope.fields());
        this.xml = xml;
    }

    @Override
    public byte[] write(CitizenQuery question, Function<String, String> values) {
        return writer.question(
                fields.header(values, question.operation().element(), envelope.version()), xml.writeQuery(question));
    }

    @Override
    public CitizenQuery read(InputStream body) {
        try {
            return envelopes.body(body.readAllBytes(), xml::readQuery);
        } catch (IOException e) {
            throw new BusException(ErrorCode.MESSAGE_MALFORMED, e);
        }
    }
}
