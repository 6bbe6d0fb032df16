package vn.dancu.bus.message.xroad;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;

/** Copies one element out of a message; what its prefixes mean is declared anew. Thread-safe. */
final class ElementCopier {

    private final WstxOutputFactory writers = new WstxOutputFactory();

    ElementCopier() {
        writers.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
    }

    /** The element on whose start tag the reader stands, in UTF-8; leaves the reader on the end tag. */
    byte[] copy(XMLStreamReader reader) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        XMLStreamWriter2 writer = (XMLStreamWriter2) writers.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        int open = 0;
        while (true) {
            int event = reader.getEventType();
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw XRoadEnvelopes.entity();
            }
            if (event != XMLStreamConstants.COMMENT && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                writer.copyEventFromReader((XMLStreamReader2) reader, true);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT && --open == 0) {
                writer.close();
                return out.toByteArray();
            }
            reader.next();
        }
    }
}
