package vn.dancu.bus.gateway.xroad;

import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.RefusalWriter;
import vn.dancu.bus.gateway.WholeAnswer;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.http.StrictJson;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.population.PopulationXml;

/**
 * A refusal as X-Road's clients read one: over SOAP a fault under status 200, which a security server passes on unchanged; over
 * REST an object with type, message and detail under the status of its code. {@code X-Road-Error} is never set: it says that a
 * security server failed, not its provider (PR-REST §4.6).
 */
public final class XRoadRefusalWriter implements RefusalWriter {

    private static final int OK = 200;
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String PREFIX = "SOAP-ENV";

    private final WstxOutputFactory writers = new WstxOutputFactory();
    private final PopulationXml xml;
    private final ErrorTexts texts;

    public XRoadRefusalWriter(PopulationXml xml, ErrorTexts texts) {
        this.xml = xml;
        this.texts = texts;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        if (Door.takesMessage(request)) {
            WholeAnswer.write(request, response, OK, "text/xml;charset=UTF-8", fault(refusal));
        } else {
            WholeAnswer.write(
                    request,
                    response,
                    refusal.code().httpStatus(),
                    JsonAnswer.JSON.toString(),
                    error(refusal).toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private ObjectNode error(Refusal refusal) {
        ObjectNode error = StrictJson.MAPPER.createObjectNode();
        error.put("type", XRoadFaultCodes.of(refusal));
        error.put("message", text(refusal));
        error.put("detail", refusal.occurrence().toString());
        error.put("code", refusal.code().code());
        put(error, "field", refusal.field());
        put(error, "rule", refusal.rule());
        return error;
    }

    private static void put(ObjectNode error, String name, @Nullable String value) {
        if (value != null) {
            error.put(name, value);
        }
    }

    private byte[] fault(Refusal refusal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XMLStreamWriter2 writer =
                    (XMLStreamWriter2) writers.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartElement(PREFIX, "Envelope", SOAP);
            writer.writeNamespace(PREFIX, SOAP);
            writer.writeStartElement(PREFIX, "Body", SOAP);
            writer.writeStartElement(PREFIX, "Fault", SOAP);
            write(writer, "faultcode", XRoadFaultCodes.of(refusal));
            write(writer, "faultstring", text(refusal));
            writer.writeStartElement("detail");
            write(writer, "faultDetail", refusal.occurrence().toString());
            writer.writeRaw(new String(xml.write(refusal), StandardCharsets.UTF_8));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A SOAP fault could not be written", e);
        }
        return out.toByteArray();
    }

    private String text(Refusal refusal) {
        return texts.vietnamese(refusal.code()) + " / " + texts.english(refusal.code());
    }

    private static void write(XMLStreamWriter2 writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }
}
