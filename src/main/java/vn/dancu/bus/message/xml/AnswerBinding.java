package vn.dancu.bus.message.xml;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.wire.Documents;

/** JAXB for the answers of one shape: the context once, marshallers and validating unmarshallers pooled. Thread-safe. */
final class AnswerBinding {

    private static final int KEPT = 64;

    private final JAXBContext context;
    private final Schema schema;
    private final Pool<Marshaller> marshallers = new Pool<>(KEPT, this::newMarshaller);
    private final Pool<Unmarshaller> unmarshallers = new Pool<>(KEPT, this::newUnmarshaller);

    AnswerBinding(Class<?> objectFactory, String schemaResource) {
        try {
            context = JAXBContext.newInstance(objectFactory);
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            URL url = AnswerBinding.class.getResource("/" + schemaResource);
            schema = factory.newSchema(Objects.requireNonNull(url, schemaResource));
        } catch (JAXBException | SAXException e) {
            throw new IllegalStateException("The answers cannot be bound to " + schemaResource, e);
        }
    }

    byte[] write(JAXBElement<?> element) {
        Marshaller marshaller = marshallers.take();
        ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
        try {
            marshaller.marshal(element, out);
        } catch (JAXBException e) {
            // The message may repeat content; it is not kept.
            throw new IllegalStateException("An answer cannot be written: " + e.getErrorCode());
        }
        marshallers.giveBack(marshaller);
        return out.toByteArray();
    }

    /** The value of the element on whose start tag the reader stands, valid by the schema. */
    Object read(XMLStreamReader reader) {
        Unmarshaller unmarshaller = unmarshallers.take();
        FirstFinding finding = new FirstFinding();
        try {
            unmarshaller.setEventHandler(finding);
            Object element = unmarshaller.unmarshal(reader);
            unmarshallers.giveBack(unmarshaller);
            return element instanceof JAXBElement<?> bound ? bound.getValue() : element;
        } catch (JAXBException e) {
            throw e.getLinkedException() instanceof XMLStreamException broken
                    ? XmlStreams.failure(broken)
                    : Documents.refusal(ErrorCode.MESSAGE_INVALID, finding.rule());
        }
    }

    private Marshaller newMarshaller() {
        try {
            Marshaller marshaller = context.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.setProperty(Marshaller.JAXB_ENCODING, "UTF-8");
            return marshaller;
        } catch (JAXBException e) {
            throw new IllegalStateException("JAXB gives no marshaller", e);
        }
    }

    private Unmarshaller newUnmarshaller() {
        try {
            Unmarshaller unmarshaller = context.createUnmarshaller();
            unmarshaller.setSchema(schema);
            return unmarshaller;
        } catch (JAXBException e) {
            throw new IllegalStateException("JAXB gives no unmarshaller", e);
        }
    }
}
