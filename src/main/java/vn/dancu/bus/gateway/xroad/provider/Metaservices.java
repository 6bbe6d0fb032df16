package vn.dancu.bus.gateway.xroad.provider;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.xroad.XRoadEnvelopeWriter;
import vn.dancu.bus.message.xroad.XRoadId;
import vn.dancu.bus.message.xroad.XRoadMessage;
import vn.dancu.bus.policy.ServiceGrants;

/** The metaservices of X-Road over SOAP (PR-META): which services there are, which of them the caller may ask, and their WSDL. */
public final class Metaservices {

    private static final String XML = "text/xml;charset=UTF-8";
    private static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    private static final String LINE = "\r\n";
    private static final Set<String> CODES = Set.of("listMethods", "allowedMethods", "getWsdl");

    private final XRoadProvider provider;
    private final ServiceGrants grants;
    private final byte[] wsdl;
    private final WstxOutputFactory writers = new WstxOutputFactory();

    /** @param wsdl as getWsdl gives it away, without the address of the bus */
    public Metaservices(XRoadProvider provider, ServiceGrants grants, byte[] wsdl) {
        this.provider = provider;
        this.grants = grants;
        this.wsdl = wsdl;
    }

    /** Whether a service is one of X-Road itself, by its code. */
    public static boolean isOne(@Nullable XRoadId service) {
        return service != null && CODES.contains(String.valueOf(service.code()));
    }

    /** A part of an element. */
    @FunctionalInterface
    private interface Part {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    /**
     * The answer to a message whose body belongs to X-Road.
     *
     * @throws BusException {@code operation_unknown} at {@code Header/service}, {@code message_invalid} at {@code Body}
     */
    public SoapAnswer answer(XRoadMessage asked, PartnerId caller, XRoadEnvelopeWriter envelopes) {
        XRoadId service = asked.header().service();
        String code = service == null ? "" : String.valueOf(service.code());
        Node content = asked.content();
        if (content == null || !content.name().equals(code)) {
            throw BusException.of(
                    ErrorCode.MESSAGE_INVALID, "Body", "the element of X-Road's namespace that the header names");
        }
        return switch (code) {
            case "listMethods" -> listed(asked, provider.services(Set.of(), true), envelopes);
            case "allowedMethods" -> listed(asked, provider.services(grants.servicesOf(caller), false), envelopes);
            case "getWsdl" -> described(asked, content, envelopes);
            default ->
                throw BusException.of(
                        ErrorCode.OPERATION_UNKNOWN, "Header/service", "listMethods, allowedMethods or getWsdl");
        };
    }

    private SoapAnswer listed(XRoadMessage asked, List<XRoadId> services, XRoadEnvelopeWriter envelopes) {
        byte[] body = element(asked.body(), writer -> {
            for (XRoadId one : services) {
                writer.writeStartElement("xrd", "service", XRoadMessage.NAMESPACE);
                writer.writeAttribute("id", IDENTIFIERS, "objectType", "SERVICE");
                code(writer, "xRoadInstance", one.instance());
                code(writer, "memberClass", one.memberClass());
                code(writer, "memberCode", one.memberCode());
                code(writer, "subsystemCode", one.subsystem());
                code(writer, "serviceCode", one.code());
                code(writer, "serviceVersion", one.version());
                writer.writeEndElement();
            }
        });
        return new SoapAnswer(XML, envelopes.answer(asked, body));
    }

    private SoapAnswer described(XRoadMessage asked, Node content, XRoadEnvelopeWriter envelopes) {
        String code = text(content, "serviceCode");
        String version = text(content, "serviceVersion");
        if (code == null) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, "Body", "getWsdl with a serviceCode");
        }
        XRoadProvider.operation(code);
        if (version != null && !version.equals(XRoadProvider.VERSION)) {
            throw BusException.of(ErrorCode.OPERATION_UNKNOWN, "Header/service", "version " + XRoadProvider.VERSION);
        }
        byte[] body = element(asked.body(), writer -> {
            plain(writer, "serviceCode", code);
            plain(writer, "serviceVersion", version);
        });
        return withAttachment(envelopes.answer(asked, body));
    }

    private static @Nullable String text(Node content, String name) {
        return content.children().stream()
                .filter(child -> child.name().equals(name))
                .map(child -> child.text().strip())
                .findFirst()
                .orElse(null);
    }

    /** SOAP with attachments: the message first, then the WSDL. */
    private SoapAnswer withAttachment(byte[] message) {
        String boundary = "dancu-" + UUID.randomUUID();
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + wsdl.length + 512);
        ascii(out, "--" + boundary + LINE + "Content-Type: text/xml; charset=UTF-8" + LINE + LINE);
        out.writeBytes(message);
        ascii(out, LINE + "--" + boundary + LINE + "Content-Type: text/xml; charset=UTF-8" + LINE);
        ascii(out, "Content-ID: <wsdl>" + LINE + LINE);
        out.writeBytes(wsdl);
        ascii(out, LINE + "--" + boundary + "--" + LINE);
        return new SoapAnswer("multipart/related; type=\"text/xml\"; boundary=\"" + boundary + "\"", out.toByteArray());
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] element(String asked, Part content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XMLStreamWriter writer = writers.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartElement("xrd", asked + "Response", XRoadMessage.NAMESPACE);
            writer.writeNamespace("xrd", XRoadMessage.NAMESPACE);
            writer.writeNamespace("id", IDENTIFIERS);
            content.write(writer);
            writer.writeEndElement();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An element in memory cannot be written", e);
        }
        return out.toByteArray();
    }

    private static void code(XMLStreamWriter writer, String name, @Nullable String text) throws XMLStreamException {
        write(writer, "id", IDENTIFIERS, name, text);
    }

    private static void plain(XMLStreamWriter writer, String name, @Nullable String text) throws XMLStreamException {
        write(writer, "xrd", XRoadMessage.NAMESPACE, name, text);
    }

    private static void write(
            XMLStreamWriter writer, String prefix, String namespace, String name, @Nullable String text)
            throws XMLStreamException {
        if (text != null) {
            writer.writeStartElement(prefix, name, namespace);
            writer.writeCharacters(text);
            writer.writeEndElement();
        }
    }
}
