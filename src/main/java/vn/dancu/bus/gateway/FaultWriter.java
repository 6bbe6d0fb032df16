package vn.dancu.bus.gateway;

import com.ctc.wstx.stax.WstxOutputFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;
import vn.dancu.bus.gateway.signature.AnswerSigning;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.population.PopulationXml;

/** A refusal as a SOAP 1.1 fault with the element {@code Loi} in its detail. */
final class FaultWriter implements RefusalWriter {

    /** SOAP 1.1 §6.2: every fault has status 500. */
    private static final int FAULT = 500;

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String PREFIX = "soap";

    private final WstxOutputFactory writers = new WstxOutputFactory();
    private final PopulationXml xml;
    private final ErrorTexts texts;

    FaultWriter(PopulationXml xml, ErrorTexts texts) {
        this.xml = xml;
        this.texts = texts;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        WholeAnswer.write(
                request, response, FAULT, "text/xml;charset=UTF-8", AnswerSigning.applied(request, envelope(refusal)));
    }

    private byte[] envelope(Refusal refusal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XMLStreamWriter2 writer =
                    (XMLStreamWriter2) writers.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartElement(PREFIX, "Envelope", SOAP);
            writer.writeNamespace(PREFIX, SOAP);
            writer.writeStartElement(PREFIX, "Body", SOAP);
            writer.writeStartElement(PREFIX, "Fault", SOAP);
            write(writer, "faultcode", PREFIX + ":" + refusal.code().faultCode());
            write(writer, "faultstring", texts.vietnamese(refusal.code()) + " / " + texts.english(refusal.code()));
            writer.writeStartElement("detail");
            writer.writeRaw(new String(xml.write(refusal), StandardCharsets.UTF_8));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A SOAP fault could not be written", e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter2 writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }
}
