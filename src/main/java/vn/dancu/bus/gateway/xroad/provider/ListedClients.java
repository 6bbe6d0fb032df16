package vn.dancu.bus.gateway.xroad.provider;

import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.xroad.XRoadMessage;
import vn.dancu.bus.partner.xroad.XRoadClient;

/** What listClients answers (PR-META §4). */
public record ListedClients(List<Member> member) {

    private static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";

    public record Member(Id id, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Id(
            @JsonProperty("object_type") String objectType,
            @JsonProperty("xroad_instance") String instance,
            @JsonProperty("member_class") String memberClass,
            @JsonProperty("member_code") String memberCode,
            @JsonProperty("subsystem_code") @Nullable String subsystem) {

        public static Id of(XRoadClient client) {
            return new Id(
                    client.subsystem() == null ? "MEMBER" : "SUBSYSTEM",
                    client.instance(),
                    client.memberClass(),
                    client.member().older().orElse(client.member().value()),
                    client.subsystem());
        }
    }

    /** The list in XML, UTF-8. */
    public byte[] xml() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XMLStreamWriter writer = new WstxOutputFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartElement("xrd", "clientList", XRoadMessage.NAMESPACE);
            writer.writeNamespace("xrd", XRoadMessage.NAMESPACE);
            writer.writeNamespace("id", IDENTIFIERS);
            for (Member one : member) {
                writer.writeStartElement("xrd", "member", XRoadMessage.NAMESPACE);
                write(writer, one.id());
                text(writer, "xrd", XRoadMessage.NAMESPACE, "name", one.name());
                writer.writeEndElement();
            }
            writer.writeEndElement();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A list in memory cannot be written", e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter writer, Id id) throws XMLStreamException {
        writer.writeStartElement("xrd", "id", XRoadMessage.NAMESPACE);
        writer.writeAttribute("id", IDENTIFIERS, "objectType", id.objectType());
        text(writer, "id", IDENTIFIERS, "xRoadInstance", id.instance());
        text(writer, "id", IDENTIFIERS, "memberClass", id.memberClass());
        text(writer, "id", IDENTIFIERS, "memberCode", id.memberCode());
        text(writer, "id", IDENTIFIERS, "subsystemCode", id.subsystem());
        writer.writeEndElement();
    }

    private static void text(
            XMLStreamWriter writer, String prefix, String namespace, String name, @Nullable String text)
            throws XMLStreamException {
        if (text != null) {
            writer.writeStartElement(prefix, name, namespace);
            writer.writeCharacters(text);
            writer.writeEndElement();
        }
    }
}
