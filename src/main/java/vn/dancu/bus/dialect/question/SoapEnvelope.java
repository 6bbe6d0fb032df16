package vn.dancu.bus.dialect.question;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import vn.dancu.bus.message.DocumentEncoding;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.message.xml.SoapEnvelopeWriter;

/** SOAP 1.1 around one request element. Thread-safe. */
final class SoapEnvelope {

    private static final String PREFIX = "soapenv";

    private final SoapEnvelopeWriter envelopes = new SoapEnvelopeWriter();
    private final PopulationXml xml;

    SoapEnvelope(PopulationXml xml) {
        this.xml = xml;
    }

    /** The whole message: UTF-8, no XML declaration. */
    byte[] write(CitizenQuery question) {
        return envelopes.write(
                PREFIX, writer -> writer.writeRaw(new String(xml.writeQuery(question), StandardCharsets.UTF_8)));
    }

    /** The question in a message that came as bytes. */
    CitizenQuery read(InputStream message) {
        return xml.readEnvelope(message, false);
    }

    /** The question in a message that came as characters: what encoding its XML declaration names says nothing. */
    CitizenQuery read(String message) {
        return xml.readEnvelope(new ByteArrayInputStream(DocumentEncoding.utf8(message)), true);
    }
}
