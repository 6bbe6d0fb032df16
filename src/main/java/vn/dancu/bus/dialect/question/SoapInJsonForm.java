package vn.dancu.bus.dialect.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.dancu.bus.dialect.Envelope;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.CitizenQuery;

/** A SOAP 1.1 message as the text of one property, beside properties of the account. */
final class SoapInJsonForm implements QuestionForm {

    private final Envelope.SoapInJson envelope;
    private final SoapEnvelope soap;
    private final Set<String> properties;

    SoapInJsonForm(Envelope.SoapInJson envelope, SoapEnvelope soap) {
        this.envelope = envelope;
        this.soap = soap;
        this.properties = new HashSet<>(envelope.fields().keySet());
        this.properties.add(envelope.textField());
    }

    @Override
    public byte[] write(CitizenQuery question, Function<String, String> values) {
        FlatObject object = new FlatObject();
        envelope.fields().forEach((name, template) -> object.put(name, template.fill(values)));
        object.put(envelope.textField(), new String(soap.write(question), StandardCharsets.UTF_8));
        return object.bytes();
    }

    @Override
    public CitizenQuery read(InputStream body) {
        Map<String, JsonNode> object = FlatObject.read(BodyText.read(body), properties, Set.of());
        JsonNode text = object.get(envelope.textField());
        if (text == null) {
            throw BodyText.refusal(
                    ErrorCode.FIELD_MISSING, envelope.textField(), envelope.textField() + " is required");
        }
        return soap.read(text.textValue());
    }
}
