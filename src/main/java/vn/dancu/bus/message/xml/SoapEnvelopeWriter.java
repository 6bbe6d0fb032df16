package vn.dancu.bus.message.xml;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;

/** Writes envelopes of SOAP 1.1 that have a body and nothing else. Thread-safe. */
public final class SoapEnvelopeWriter {

    /** Of SOAP 1.1. */
    public static final String NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";

    private static final int USUAL_SIZE = 1024;

    private final WstxOutputFactory writers = new WstxOutputFactory();

    /** What stands in the body. */
    @FunctionalInterface
    public interface Body {

        /** The writer stands in the element {@code Body}; what is left open in it is closed. */
        void write(XMLStreamWriter2 writer) throws XMLStreamException;
    }

    /**
     * The envelope: UTF-8, no XML declaration.
     *
     * @param prefix of SOAP's namespace
     */
    public byte[] write(String prefix, Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        try {
            XMLStreamWriter2 writer =
                    (XMLStreamWriter2) writers.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartElement(prefix, "Envelope", NAMESPACE);
            writer.writeNamespace(prefix, NAMESPACE);
            writer.writeStartElement(prefix, "Body", NAMESPACE);
            body.write(writer);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An envelope in memory could not be written", e);
        }
        return out.toByteArray();
    }
}
