package vn.dancu.bench.jmh;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.SAXException;
import vn.dancu.schema.citizen.v1.CongdanCollection;

/** What a program would do without the library, each with the same StAX parser where it takes one. */
final class BareReaders {

    private final WstxInputFactory inputs = new WstxInputFactory();
    private final DocumentBuilderFactory documents = DocumentBuilderFactory.newDefaultInstance();
    private final ObjectMapper mapper = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);
    private final JAXBContext types;

    BareReaders() {
        inputs.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        documents.setNamespaceAware(true);
        try {
            types = JAXBContext.newInstance(CongdanCollection.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("The generated types do not bind", e);
        }
    }

    /** Unmarshalled by JAXB, written by Jackson. */
    byte[] xmlToJson(byte[] document) {
        try {
            return mapper.writeValueAsBytes(types.createUnmarshaller()
                    .unmarshal(reader(document), CongdanCollection.class)
                    .getValue());
        } catch (JAXBException | JsonProcessingException | XMLStreamException e) {
            throw new IllegalStateException("The document cannot be turned", e);
        }
    }

    Object dom(byte[] document) {
        try {
            return documents.newDocumentBuilder().parse(new ByteArrayInputStream(document));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The document cannot be read", e);
        }
    }

    /** Every event, every name and every text taken, nothing kept. */
    int stax(byte[] document) {
        try {
            XMLStreamReader reader = reader(document);
            int taken = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    taken += reader.getLocalName().length();
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    taken += reader.getText().length();
                }
            }
            return taken;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The document cannot be read", e);
        }
    }

    private XMLStreamReader reader(byte[] document) throws XMLStreamException {
        return inputs.createXMLStreamReader(new ByteArrayInputStream(document));
    }
}
