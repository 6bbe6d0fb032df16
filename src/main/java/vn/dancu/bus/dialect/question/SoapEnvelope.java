package vn.dancu.bus.dialect.question;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationXml;

/** SOAP 1.1 around one request element. No DTD, nothing external, bounded. Thread-safe. */
final class SoapEnvelope {

    private static final String NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String PREFIX = "soapenv";
    private static final String RULE = "a SOAP 1.1 envelope with one request element in its body";

    private final WstxInputFactory readers = new WstxInputFactory();
    private final WstxOutputFactory writers = new WstxOutputFactory();
    private final PopulationXml xml;

    SoapEnvelope(PopulationXml xml) {
        this.xml = xml;
        MessageLimits limits = MessageLimits.DEFAULT;
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        readers.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        readers.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        readers.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) limits.elements());
        readers.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes() + 16);
        readers.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.textLength());
        readers.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, limits.textLength());
    }

    /** The whole message: UTF-8, no XML declaration. */
    byte[] write(CitizenQuery question) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XMLStreamReader element =
                    readers.createXMLStreamReader(new ByteArrayInputStream(xml.writeQuery(question)), "UTF-8");
            XMLStreamWriter writer = writers.createXMLStreamWriter(out, "UTF-8");
            writer.writeStartElement(PREFIX, "Envelope", NAMESPACE);
            writer.writeNamespace(PREFIX, NAMESPACE);
            writer.writeStartElement(PREFIX, "Body", NAMESPACE);
            while (element.hasNext()) {
                copy(element.next(), element, writer);
            }
            writer.writeEndElement();
            writer.writeEndElement();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A question in memory cannot be wrapped", e);
        }
        return out.toByteArray();
    }

    /**
     * The question in a message.
     *
     * @param encoded whether the text was bytes, so that the encoding which its XML declaration names is true
     */
    CitizenQuery read(String message, boolean encoded) {
        try {
            XMLStreamReader reader = readers.createXMLStreamReader(new StringReader(message));
            requireUtf8(reader, encoded);
            toRoot(reader);
            require(reader, "Envelope");
            reader.nextTag();
            if (is(reader, "Header")) {
                skip(reader);
                reader.nextTag();
            }
            require(reader, "Body");
            requireStart(reader.nextTag());
            CitizenQuery question = xml.readQuery(reader);
            requireEnd(reader.nextTag());
            requireEnd(reader.nextTag());
            while (reader.hasNext()) {
                reader.next();
            }
            return question;
        } catch (XMLStreamException e) {
            // The parser's message repeats content; it is not kept.
            String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            throw text.contains("limit (")
                    ? BodyText.refusal(
                            ErrorCode.MESSAGE_LIMIT_EXCEEDED, "/", "within the limits of depth, number and length")
                    : BodyText.refusal(ErrorCode.MESSAGE_MALFORMED, "/", "well-formed XML");
        }
    }

    private static void requireUtf8(XMLStreamReader reader, boolean encoded) {
        String encoding = reader.getCharacterEncodingScheme();
        if (encoded && encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw BodyText.refusal(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, "/", "UTF-8");
        }
    }

    private static void toRoot(XMLStreamReader reader) throws XMLStreamException {
        while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
            if (reader.next() == XMLStreamConstants.DTD) {
                throw BodyText.refusal(ErrorCode.MESSAGE_DTD_FORBIDDEN, "/", "a document without DTD");
            }
        }
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    private static boolean is(XMLStreamReader reader, String name) {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT
                && NAMESPACE.equals(reader.getNamespaceURI())
                && name.equals(reader.getLocalName());
    }

    private static void require(XMLStreamReader reader, String name) {
        if (!is(reader, name)) {
            throw BodyText.refusal(ErrorCode.MESSAGE_INVALID, "/", RULE);
        }
    }

    private static void requireStart(int event) {
        if (event != XMLStreamConstants.START_ELEMENT) {
            throw BodyText.refusal(ErrorCode.MESSAGE_INVALID, "/", RULE);
        }
    }

    private static void requireEnd(int event) {
        if (event != XMLStreamConstants.END_ELEMENT) {
            throw BodyText.refusal(ErrorCode.MESSAGE_INVALID, "/", RULE);
        }
    }

    /** A question has elements and text, and no attributes. */
    private static void copy(int event, XMLStreamReader from, XMLStreamWriter to) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                String prefix = from.getPrefix() == null ? "" : from.getPrefix();
                to.writeStartElement(prefix, from.getLocalName(), from.getNamespaceURI());
                for (int i = 0; i < from.getNamespaceCount(); i++) {
                    String declared = from.getNamespacePrefix(i);
                    to.writeNamespace(declared == null ? "" : declared, from.getNamespaceURI(i));
                }
            }
            case XMLStreamConstants.CHARACTERS -> to.writeCharacters(from.getText());
            case XMLStreamConstants.END_ELEMENT -> to.writeEndElement();
            default -> {} // the document's end
        }
    }
}
