package vn.dancu.bus.dialect.question;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;
import vn.dancu.bus.message.DocumentEncoding;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationXml;

/** SOAP 1.1 around one request element. Thread-safe. */
final class SoapEnvelope {

    private static final String NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String PREFIX = "soapenv";

    private final WstxOutputFactory writers = new WstxOutputFactory();
    private final PopulationXml xml;

    SoapEnvelope(PopulationXml xml) {
        this.xml = xml;
    }

    /** The whole message: UTF-8, no XML declaration. */
    byte[] write(CitizenQuery question) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XMLStreamWriter2 writer =
                    (XMLStreamWriter2) writers.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartElement(PREFIX, "Envelope", NAMESPACE);
            writer.writeNamespace(PREFIX, NAMESPACE);
            writer.writeStartElement(PREFIX, "Body", NAMESPACE);
            writer.writeRaw(new String(xml.writeQuery(question), StandardCharsets.UTF_8));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A question in memory cannot be wrapped", e);
        }
        return out.toByteArray();
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
