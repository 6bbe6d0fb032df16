package vn.dancu.bus.document.axis.edoc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One SOAP 1.1 envelope of e-doc; read by local names, since samples disagree about namespaces and places. */
final class EdocEnvelope {

    static final String EDOC = "http://www.e-doc.vn/Schema/";

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String TOKEN = "http://e-doc.vn/xsd";
    private static final int MAX_BYTES = 8 << 20;

    private final Document document;

    private EdocEnvelope(Document document) {
        this.document = document;
    }

    /** An envelope with the token of the caller in its header, and with an empty body. */
    static EdocEnvelope of(String token) {
        Document document = builder().newDocument();
        Element envelope = document.createElementNS(SOAP, "SOAP-ENV:Envelope");
        document.appendChild(envelope);
        Element header = document.createElementNS(SOAP, "SOAP-ENV:Header");
        envelope.appendChild(header);
        envelope.appendChild(document.createElementNS(SOAP, "SOAP-ENV:Body"));
        Element shown = document.createElementNS(TOKEN, "Token");
        shown.setTextContent(token);
        header.appendChild(shown);
        return new EdocEnvelope(document);
    }

    /** @throws IOException where it is no XML, or larger than an envelope without its attachments is */
    static EdocEnvelope read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("The envelope has more than " + MAX_BYTES + " bytes");
        }
        return new EdocEnvelope(parsed(bytes));
    }

    /** Puts a document into the header. */
    void addToHeader(byte[] xml) throws IOException {
        part("Header").appendChild(document.importNode(parsed(xml).getDocumentElement(), true));
    }

    /** An element of that name in the body. */
    Element addToBody(String name) {
        return add(part("Body"), name);
    }

    /** An element below another. */
    Element add(Element parent, String name) {
        Element element = document.createElementNS(EDOC, "edXML:" + name);
        parent.appendChild(element);
        return element;
    }

    /** An element with text below another; none where there is no text. */
    void add(Element parent, String name, @Nullable String text) {
        if (text != null) {
            add(parent, name).setTextContent(text);
        }
    }

    /** The document whose root has the elements of those names, wherever they stand in this one. */
    byte[] collected(String root, String... names) throws IOException {
        Document made = builder().newDocument();
        Element top = made.createElementNS(EDOC, "edXML:" + root);
        made.appendChild(top);
        for (String name : names) {
            List<Element> found = all(name);
            if (!found.isEmpty()) {
                top.appendChild(made.importNode(found.get(0), true));
            }
        }
        return bytes(made);
    }

    List<Element> all(String name) {
        return all(document.getDocumentElement(), name);
    }

    static List<Element> all(Element below, String name) {
        NodeList found = below.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The text of the first element of that name; null where there is none. */
    @Nullable
    String text(String name) {
        return text(document.getDocumentElement(), name);
    }

    static @Nullable String text(Element below, String name) {
        List<Element> found = all(below, name);
        return found.isEmpty() ? null : found.get(0).getTextContent().strip();
    }

    byte[] bytes() throws IOException {
        return bytes(document);
    }

    private Element part(String name) {
        return (Element) document.getElementsByTagNameNS(SOAP, name).item(0);
    }

    private static Document parsed(byte[] xml) throws IOException {
        try {
            return builder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException e) {
            throw new IOException("The envelope is no XML", e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The parser of the JDK has these features", e);
        }
    }

    private static byte[] bytes(Document document) throws IOException {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IOException("The envelope cannot be written", e);
        }
    }
}
