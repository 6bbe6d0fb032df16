package vn.dancu.bus.shelf.shadow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.camel.converter.stream.InputStreamCache;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Sha256;

/**
 * What a message looks like, without what it says: the names of elements and keys, the kinds of values, the names of headers. Two
 * messages of one shape may be about different people.
 *
 * @param body hash of the structure of XML or JSON, else the kind of body; {@code ?} for one that could not be copied
 * @param headers names; of codes their values too
 */
record MessageShape(String body, List<String> headers) {

    private static final String UNKNOWN = "?";
    private static final List<String> SHOWN = List.of("DanCu", "Route", "JMS", "CamelJmsDestination");
    private static final List<String> CODES = List.of("DanCuErrorCode", "DanCuResultStatus");
    private static final JsonFactory JSON = new JsonFactory();
    private static final int SHORT = 12;

    static MessageShape of(Snapshot message) {
        TreeSet<String> headers = new TreeSet<>();
        for (Map.Entry<String, Object> header : message.headers().entrySet()) {
            String name = header.getKey();
            if (SHOWN.stream().anyMatch(name::startsWith)) {
                headers.add(CODES.contains(name) ? name + "=" + header.getValue() : name);
            }
        }
        return new MessageShape(body(message.body()), List.copyOf(headers));
    }

    boolean hasBodyOf(MessageShape other) {
        return body.equals(other.body) || body.equals(UNKNOWN) || other.body.equals(UNKNOWN);
    }

    private static String body(@Nullable Object body) {
        if (body == Snapshot.ELSEWHERE) {
            return UNKNOWN;
        }
        if (body instanceof byte[] bytes) {
            return structure(new String(bytes, StandardCharsets.UTF_8));
        }
        if (body instanceof InputStreamCache cache) {
            return structure(text(cache));
        }
        return body instanceof String text
                ? structure(text)
                : body == null ? "none" : body.getClass().getSimpleName();
    }

    private static String text(InputStreamCache cache) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            cache.reset();
            cache.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String structure(String text) {
        String stripped = text.stripLeading();
        try {
            if (stripped.startsWith("<")) {
                return "xml " + hash(elements(stripped));
            }
            if (stripped.startsWith("{") || stripped.startsWith("[")) {
                return "json " + hash(tokens(stripped));
            }
        } catch (XMLStreamException | IOException e) {
            return "broken";
        }
        return stripped.isEmpty() ? "empty" : "text";
    }

    private static String hash(String structure) {
        return Sha256.hex(structure).substring(0, SHORT);
    }

    private static String elements(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        StringBuilder names = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                names.append('<').append(reader.getName());
            } else if (event == XMLStreamReader.END_ELEMENT) {
                names.append('>');
            }
        }
        return names.toString();
    }

    private static String tokens(String text) throws IOException {
        StringBuilder tokens = new StringBuilder();
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens.append(token == JsonToken.FIELD_NAME ? parser.currentName() : token.name())
                        .append(' ');
            }
        }
        return tokens.toString();
    }
}
