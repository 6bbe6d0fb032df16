package vn.dancu.bus.dialect.question;

import java.io.InputStream;
import java.util.function.Function;
import vn.dancu.bus.message.population.CitizenQuery;

/** A question in a SOAP 1.1 message. */
record SoapForm(SoapEnvelope soap) implements QuestionForm {

    @Override
    public byte[] write(CitizenQuery question, Function<String, String> values) {
        return soap.write(question);
    }

    @Override
    public CitizenQuery read(InputStream body) {
        return soap.read(body);
    }
}
