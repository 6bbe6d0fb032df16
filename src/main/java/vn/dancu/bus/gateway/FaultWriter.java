package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPBody;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPFault;
import jakarta.xml.soap.SOAPMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.XmlMessages;

/** A refusal as a SOAP 1.1 fault with the element {@code Loi} in its detail, for what never reaches the SOAP door. */
final class FaultWriter implements RefusalWriter {

    /** SOAP 1.1 §6.2: a fault travels with status 500, whoever is to blame. */
    private static final int FAULT = 500;

    private final XmlMessages xml;

    FaultWriter(XmlMessages xml) {
        this.xml = xml;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
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
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            SOAPMessage message =
                    MessageFactory.newInstance(SOAPConstants.SOAP_1_1_PROTOCOL).createMessage();
            SOAPBody body = message.getSOAPBody();
            String side = refusal.code().isClientFault() ? "Client" : "Server";
            SOAPFault fault = body.addFault(
                    new QName(SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE, side),
                    refusal.code().code());
            fault.addDetail().appendChild(fault.getOwnerDocument().importNode(detail(refusal), true));
            message.writeTo(out);
            return out.toByteArray();
        } catch (SOAPException | IOException e) {
            throw new IllegalStateException("A fault of our own making cannot be written", e);
        }
    }

    private Element detail(Refusal refusal) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            byte[] element = xml.write(refusal);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(element))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("A fault detail of our own making cannot be read", e);
        }
    }
}
