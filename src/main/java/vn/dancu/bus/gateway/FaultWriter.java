package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.xml.sax.SAXException;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.population.PopulationXml;

/** A refusal as a SOAP 1.1 fault with the element {@code Loi} in its detail, for what never reaches the SOAP door. */
final class FaultWriter implements RefusalWriter {

    /** SOAP 1.1 §6.2: every fault has status 500. */
    private static final int FAULT = 500;

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final PopulationXml xml;
    private final ErrorTexts texts;

    FaultWriter(PopulationXml xml, ErrorTexts texts) {
        this.xml = xml;
        this.texts = texts;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        response.resetBuffer();
        byte[] body = envelope(refusal);
        response.setStatus(FAULT);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/xml;charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private byte[] envelope(Refusal refusal) {
        try {
            DocumentBuilder builder = builder();
            Document document = builder.newDocument();
            Element envelope = document.createElementNS(SOAP, "soap:Envelope");
            Element body = append(envelope, "soap:Body", SOAP);
            Element fault = append(body, "soap:Fault", SOAP);
            append(fault, "faultcode", null)
                    .setTextContent(refusal.code().isClientFault() ? "soap:Client" : "soap:Server");
            append(fault, "faultstring", null)
                    .setTextContent(texts.vietnamese(refusal.code()) + " / " + texts.english(refusal.code()));
            append(fault, "detail", null).appendChild(document.importNode(detail(builder, refusal), true));
            document.appendChild(envelope);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (ParserConfigurationException | SAXException | TransformerException | IOException e) {
            throw new IllegalStateException("A SOAP fault could not be written", e);
        }
    }

    private Element detail(DocumentBuilder builder, Refusal refusal) throws SAXException, IOException {
        return builder.parse(new ByteArrayInputStream(xml.write(refusal))).getDocumentElement();
    }

    private static Element append(Element parent, String name, @Nullable String namespace) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(child);
        return child;
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder();
    }
}
