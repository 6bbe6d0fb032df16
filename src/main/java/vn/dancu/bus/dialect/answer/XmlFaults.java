package vn.dancu.bus.dialect.answer;

import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Faults in XML: of SOAP 1.1 and 1.2 by their element, those of an API gateway by the root {@code fault}. */
final class XmlFaults {

    private static final int MAX_EVENTS = 400;
    private static final int MAX_TEXT = 200;
    private static final XMLInputFactory READERS = readers();

    static Optional<WireFault> in(byte[] body) {
        try {
            XMLStreamReader reader = READERS.createXMLStreamReader(new ByteArrayInputStream(body));
            return found(reader);
        } catch (XMLStreamException | WstxLazyException e) {
            return Optional.empty();
        }
    }

    private static Optional<WireFault> found(XMLStreamReader reader) throws XMLStreamException {
        String root = null;
        for (int i = 0; i < MAX_EVENTS && reader.hasNext(); i++) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = reader.getLocalName();
            if (root == null) {
                root = name;
                if (name.equals("fault")) {
                    Map<String, String> texts = texts(reader);
                    return Optional.of(
                            new WireFault(WireFault.Source.GATEWAY, false, FaultCode.shown(texts.get("code"))));
                }
            } else if (name.equals("Fault") && root.equals("Envelope")) {
                return Optional.of(ofSoap(texts(reader)));
            }
        }
        return Optional.empty();
    }

    /** A bus puts its own code into the detail, as Ma of Loi. */
    private static WireFault ofSoap(Map<String, String> texts) {
        String code = local(texts.getOrDefault("faultcode", texts.getOrDefault("Value", "")));
        String kind = code.toLowerCase(Locale.ROOT);
        String own = texts.get("Ma");
        return new WireFault(
                WireFault.Source.PROVIDER,
                kind.startsWith("client") || kind.startsWith("sender"),
                FaultCode.shown(own == null ? code : own));
    }

    /** The texts of the elements within the one on which the reader stands; of several with one name the first. */
    private static Map<String, String> texts(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> texts = new HashMap<>();
        String name = null;
        int depth = 1;
        for (int i = 0; i < MAX_EVENTS && depth > 0 && reader.hasNext(); i++) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    name = reader.getLocalName();
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    name = null;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> put(texts, name, reader.getText());
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return texts;
    }

    private static void put(Map<String, String> texts, @Nullable String name, String text) {
        String stripped = text.strip();
        if (name != null && !stripped.isEmpty()) {
            texts.putIfAbsent(name, stripped.substring(0, Math.min(MAX_TEXT, stripped.length())));
        }
    }

    private static String local(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    private static XMLInputFactory readers() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private XmlFaults() {}
}
