package vn.dancu.bus.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Contracts of SOAP doors as trees, to be changed before they are given away. They are files of the bus, not messages. */
public final class ContractXml {

    public static Document read(InputStream contract) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(contract);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("A contract of the bus is XML", e);
        }
    }

    /** The contract in UTF-8. */
    public static byte[] written(Document contract) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(contract), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("A tree can be written", e);
        }
    }

    private ContractXml() {}
}
