package vn.dancu.bus.sandbox.national.xroad;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A SOAP message of X-Road's message protocol 4.0 as a security server reads it: with a reader of its own, so that what the bus writes
 * is not judged by what the bus reads.
 *
 * @param header the header elements of X-Road in the order in which they stood, to be given back unchanged
 * @param client who asks, its parts with slashes between
 * @param id of the message
 * @param serviceCode of the service that is asked for
 * @param body the name of the element in the Body
 * @param hash SHA-512 of the message in Base64
 */
public record ReceivedEnvelope(String header, String client, String id, String serviceCode, String body, String hash) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    private static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    private static final List<String> PARTS = List.of("xRoadInstance", "memberClass", "memberCode", "subsystemCode");
    private static final Set<String> MANDATORY = Set.of("client", "service", "id", "protocolVersion");

    public static ReceivedEnvelope read(byte[] message) throws XRoadFault {
        Element envelope = parsed(message).getDocumentElement();
        if (!SOAP.equals(envelope.getNamespaceURI()) || !"Envelope".equals(envelope.getLocalName())) {
            throw new XRoadFault("client.invalid_soap", "Not a SOAP 1.1 message");
        }
        Element header = child(envelope, SOAP, "Header")
                .orElseThrow(() -> new XRoadFault("client.missing_header", "Malformed SOAP message: header missing"));
        Element body = child(envelope, SOAP, "Body")
                .orElseThrow(() -> new XRoadFault("client.missing_body", "Malformed SOAP message: body missing"));
        List<Element> fields = children(header).stream()
                .filter(field -> XROAD.equals(field.getNamespaceURI()))
                .toList();
        check(fields);
        Element service = field(fields, "service");
        String code = text(service, "serviceCode");
        return new ReceivedEnvelope(
                written(fields),
                path(field(fields, "client")),
                field(fields, "id").getTextContent().strip(),
                code,
                bodyName(body, code),
                hash(message));
    }

    private static void check(List<Element> fields) throws XRoadFault {
        Set<String> seen = new HashSet<>();
        for (Element field : fields) {
            if (!seen.add(field.getLocalName())) {
                throw new XRoadFault(
                        "client.duplicate_header_field",
                        "Message header contains duplicate field '" + field.getLocalName() + "'");
            }
        }
        for (String name : MANDATORY) {
            if (!seen.contains(name)) {
                throw new XRoadFault("client.missing_header_field", "Required field '" + name + "' is missing");
            }
        }
        if (!field(fields, "protocolVersion").getTextContent().strip().matches("4(\\.[0-9]+)*")) {
            throw new XRoadFault("client.invalid_protocol_version", "The protocol version is not 4");
        }
    }

    private static String bodyName(Element body, String serviceCode) throws XRoadFault {
        List<Element> asked = children(body);
        if (asked.size() != 1) {
            throw new XRoadFault("client.invalid_body", "The body must have exactly one child");
        }
        String name = asked.get(0).getLocalName();
        if (!name.startsWith(serviceCode)) {
            throw new XRoadFault("client.invalid_body", "The body does not belong to the service");
        }
        return name;
    }

    private static Document parsed(byte[] message) throws XRoadFault {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Which prints nothing: what is wrong with the message is answered.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(message));
        } catch (SAXException e) {
            throw new XRoadFault("client.invalid_xml", "Not well-formed");
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("A message in memory cannot be read", e);
        }
    }

    private static Element field(List<Element> fields, String name) throws XRoadFault {
        return fields.stream()
                .filter(field -> name.equals(field.getLocalName()))
                .findFirst()
                .orElseThrow(() ->
                        new XRoadFault("client.missing_header_field", "Required field '" + name + "' is missing"));
    }

    private static String path(Element client) throws XRoadFault {
        List<String> parts = new ArrayList<>();
        for (String part : PARTS) {
            if (!part.equals("subsystemCode")
                    || child(client, IDENTIFIERS, part).isPresent()) {
                parts.add(text(client, part));
            }
        }
        return String.join("/", parts);
    }

    private static String text(Element parent, String name) throws XRoadFault {
        return child(parent, IDENTIFIERS, name)
                .map(Node::getTextContent)
                .map(String::strip)
                .orElseThrow(() -> new XRoadFault("client.invalid_xml", "An identifier has no '" + name + "'"));
    }

    private static Optional<Element> child(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(one -> namespace.equals(one.getNamespaceURI()) && name.equals(one.getLocalName()))
                .findFirst();
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node one = parent.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static String written(List<Element> fields) {
        try {
            DOMImplementationLS writers = (DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            LSSerializer writer = writers.createLSSerializer();
            writer.getDomConfig().setParameter("xml-declaration", false);
            StringBuilder written = new StringBuilder();
            fields.stream()
                    .filter(field -> !"requestHash".equals(field.getLocalName()))
                    .forEach(field -> written.append(writer.writeToString(field)));
            return written.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every JDK writes a DOM", e);
        }
    }

    private static String hash(byte[] message) {
        return Base64.getEncoder().encodeToString(sha512().digest(message));
    }

    static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-512 is part of every JDK", e);
        }
    }

    /** The header of the answer: every field as it was asked, and the hash of the question. */
    public String answerHeader() {
        return header + "<xroad:requestHash xmlns:xroad=\"" + XROAD
                + "\" algorithmId=\"http://www.w3.org/2001/04/xmlenc#sha512\">" + hash + "</xroad:requestHash>";
    }
}
