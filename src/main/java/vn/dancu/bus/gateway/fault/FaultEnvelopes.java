package vn.dancu.bus.gateway.fault;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.population.PopulationXml;

/** Writes refusals as envelopes with a fault of SOAP 1.1 and the element {@code Loi} in its detail. Thread-safe. */
public final class FaultEnvelopes {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final WstxOutputFactory writers = new WstxOutputFactory();
    private final PopulationXml xml;
    private final ErrorTexts texts;

    public FaultEnvelopes(PopulationXml xml, ErrorTexts texts) {
        this.xml = xml;
        this.texts = texts;
    }

    /** What a refusal means, Vietnamese first. */
    public String text(Refusal refusal) {
        return texts.vietnamese(refusal.code()) + " / " + texts.english(refusal.code());
    }

    /**
     * The envelope, UTF-8.
     *
     * @param prefix of SOAP's namespace
     * @param code the fault's code as it stands in {@code faultcode}
     * @param faultDetail what X-Road has in the detail before all else; null for none
     */
    public byte[] of(Refusal refusal, String prefix, String code, @Nullable String faultDetail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XMLStreamWriter2 writer =
                    (XMLStreamWriter2) writers.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartElement(prefix, "Envelope", SOAP);
            writer.writeNamespace(prefix, SOAP);
            writer.writeStartElement(prefix, "Body", SOAP);
            writer.writeStartElement(prefix, "Fault", SOAP);
            write(writer, "faultcode", code);
            write(writer, "faultstring", text(refusal));
            writer.writeStartElement("detail");
            if (faultDetail != null) {
                write(writer, "faultDetail", faultDetail);
            }
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
