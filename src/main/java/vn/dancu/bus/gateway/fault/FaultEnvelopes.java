package vn.dancu.bus.gateway.fault;

import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.message.xml.SoapEnvelopeWriter;

/** Writes refusals as envelopes with a fault of SOAP 1.1 and the element {@code Loi} in its detail. Thread-safe. */
public final class FaultEnvelopes {

    private final SoapEnvelopeWriter envelopes = new SoapEnvelopeWriter();
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
        return envelopes.write(prefix, writer -> {
            writer.writeStartElement(prefix, "Fault", SoapEnvelopeWriter.NAMESPACE);
            write(writer, "faultcode", code);
            write(writer, "faultstring", text(refusal));
            writer.writeStartElement("detail");
            if (faultDetail != null) {
                write(writer, "faultDetail", faultDetail);
            }
            writer.writeRaw(new String(xml.write(refusal), StandardCharsets.UTF_8));
        });
    }

    private static void write(XMLStreamWriter2 writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }
}
