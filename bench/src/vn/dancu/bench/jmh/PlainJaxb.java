package vn.dancu.bench.jmh;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import vn.dancu.schema.citizen.v1.CongdanCollection;
import vn.dancu.schema.population.v1.CauHoi;

/** The plain binding: no limit, no check, no canonical model; the StAX parser of the class path. */
final class PlainJaxb {

    private final XMLInputFactory inputs = XMLInputFactory.newFactory();
    private final JAXBContext questions;
    private final JAXBContext answers;

    PlainJaxb() {
        try {
            questions = JAXBContext.newInstance(CauHoi.class);
            answers = JAXBContext.newInstance(CongdanCollection.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("The generated types do not bind", e);
        }
    }

    CauHoi readRequest(byte[] xml) {
        return read(questions, xml, CauHoi.class).getValue();
    }

    JAXBElement<CongdanCollection> readAnswer(byte[] xml) {
        return read(answers, xml, CongdanCollection.class);
    }

    byte[] write(JAXBElement<CongdanCollection> answer) {
        try {
            Marshaller marshaller = answers.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
            marshaller.marshal(answer, out);
            return out.toByteArray();
        } catch (JAXBException e) {
            throw new IllegalStateException("The answer cannot be written", e);
        }
    }

    private <T> JAXBElement<T> read(JAXBContext context, byte[] xml, Class<T> type) {
        try {
            return context.createUnmarshaller()
                    .unmarshal(inputs.createXMLStreamReader(new ByteArrayInputStream(xml)), type);
        } catch (JAXBException | XMLStreamException e) {
            throw new IllegalStateException("The sample cannot be read", e);
        }
    }
}
