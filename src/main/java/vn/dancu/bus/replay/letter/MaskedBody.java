package vn.dancu.bus.replay.letter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * The shape of a body without its values: names stay, each letter and each digit of a value becomes a dot. What is neither
 * XML nor JSON has no shape.
 */
final class MaskedBody {

    private static final int LONGEST_VALUE = 60;
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{M}\\p{N}]");
    /** An asker can make a name of a number. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{6,}");

    private final JsonFactory json = JsonFactory.builder().build();
    private final XMLInputFactory reading = XMLInputFactory.newFactory();
    private final XMLOutputFactory writing = XMLOutputFactory.newFactory();

    MaskedBody() {
        reading.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        reading.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        reading.setProperty(XMLInputFactory.IS_COALESCING, true);
        writing.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
    }

    /** Empty when the body cannot be read to its end. */
    Optional<String> of(byte[] body) {
        try {
            return Optional.of(isJson(body) ? maskJson(body) : maskXml(body));
        } catch (IOException | XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static boolean isJson(byte[] body) {
        for (byte each : body) {
            if (each == '{' || each == '[') {
                return true;
            }
            if (each == '<') {
                return false;
            }
        }
        return false;
    }

    private String maskJson(byte[] body) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonParser in = json.createParser(body);
                JsonGenerator out = json.createGenerator(text).useDefaultPrettyPrinter()) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    out.writeFieldName(name(in.currentName()));
                } else if (token.isNumeric() || token == JsonToken.VALUE_STRING) {
                    out.writeString(value(in.getText()));
                } else {
                    out.copyCurrentEvent(in);
                }
            }
        }
        return text.toString();
    }

    private String maskXml(byte[] body) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamReader in = reading.createXMLStreamReader(new ByteArrayInputStream(body));
        XMLStreamWriter out = writing.createXMLStreamWriter(text);
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in, out);
                case XMLStreamConstants.END_ELEMENT -> out.writeEndElement();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    out.writeCharacters(value(in.getText()));
                default -> {
                    // Comments and instructions are no part of a message.
                }
            }
        }
        out.close();
        return text.toString();
    }

    private static void start(XMLStreamReader in, XMLStreamWriter out) throws XMLStreamException {
        String prefix = in.getPrefix() == null ? "" : in.getPrefix();
        out.writeStartElement(
                prefix, name(in.getLocalName()), in.getNamespaceURI() == null ? "" : in.getNamespaceURI());
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            String uri = in.getNamespaceURI(i) == null ? "" : in.getNamespaceURI(i);
            if (in.getNamespacePrefix(i) == null) {
                out.writeDefaultNamespace(uri);
            } else {
                out.writeNamespace(in.getNamespacePrefix(i), uri);
            }
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String of = in.getAttributePrefix(i) == null ? "" : in.getAttributePrefix(i);
            String uri = in.getAttributeNamespace(i) == null ? "" : in.getAttributeNamespace(i);
            out.writeAttribute(of, uri, name(in.getAttributeLocalName(i)), value(in.getAttributeValue(i)));
        }
    }

    private static String name(String text) {
        return LONG_NUMBER.matcher(text).replaceAll("_");
    }

    private static String value(String text) {
        String shown = text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
        return LETTER_OR_DIGIT.matcher(shown).replaceAll("•");
    }
}
