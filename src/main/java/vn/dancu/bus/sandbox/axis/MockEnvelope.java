package vn.dancu.bus.sandbox.axis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A SOAP 1.1 envelope of the older operations, read and written by the mock. */
final class MockEnvelope {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String EDOC = "http://www.e-doc.vn/Schema/";

    private final Document document;

    private MockEnvelope(Document document) {
        this.document = document;
    }

    static MockEnvelope empty() {
        Document made = builder().newDocument();
        Element envelope = made.createElementNS(SOAP, "SOAP-ENV:Envelope");
        made.appendChild(envelope);
        envelope.appendChild(made.createElementNS(SOAP, "SOAP-ENV:Header"));
        envelope.appendChild(made.createElementNS(SOAP, "SOAP-ENV:Body"));
        return new MockEnvelope(made);
    }

    static MockEnvelope read(InputStream in) throws IOException {
        try {
            return new MockEnvelope(builder().parse(in));
        } catch (SAXException e) {
            throw new IOException("The envelope is no XML", e);
        }
    }

    /** The answer of an operation: good, or bad with a code. */
    static MockEnvelope report(@Nullable String code) {
        MockEnvelope envelope = empty();
        Element report = envelope.add(envelope.body(), "Report", null);
        envelope.add(report, "IsSuccess", code == null ? "true" : "false");
        if (code != null) {
            Element error = envelope.add(envelope.add(report, "ErrorList", null), "Error", null);
            envelope.add(error, "Code", code);
            envelope.add(error, "Description", "Khong thuc hien duoc");
        }
        return envelope;
    }

    Element body() {
        return (Element) document.getElementsByTagNameNS(SOAP, "Body").item(0);
    }

    Element add(Element parent, String name, @Nullable String text) {
        Element made = document.createElementNS(EDOC, "edXML:" + name);
        if (text != null) {
            made.setTextContent(text);
        }
        parent.appendChild(made);
        return made;
    }

    /** Takes a part of another envelope over, into the header or into the body. */
    void take(MockEnvelope other, String name, boolean intoHeader) {
        Node part = other.document.getElementsByTagNameNS("*", name).item(0);
        if (part != null) {
            Node header = document.getElementsByTagNameNS(SOAP, "Header").item(0);
            (intoHeader ? header : body()).appendChild(document.importNode(part, true));
        }
    }

    /** The text of the first element of the last name below the first elements of the others; null where there is none. */
    @Nullable
    String text(String... path) {
        Element at = document.getDocumentElement();
        for (String name : path) {
            NodeList found = at.getElementsByTagNameNS("*", name);
            if (found.getLength() == 0) {
                return null;
            }
            at = (Element) found.item(0);
        }
        return at.getTextContent().strip();
    }

    void write(OutputStream out) throws IOException {
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The parser of the JDK has this feature", e);
        }
    }
}
