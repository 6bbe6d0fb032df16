package vn.dancu.bus.message.xml;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.InputStream;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.wire.DocumentInput;
import vn.dancu.bus.message.wire.XmlFailures;

/**
 * Reads messages of SOAP 1.1 (§4): an Envelope with one Body, which holds one element, and before it a Header of which
 * nothing must be understood. Thread-safe.
 */
final class SoapEnvelopeReader {

    private static final String NAMESPACE = SoapEnvelopeWriter.NAMESPACE;
    private static final String NEXT_ACTOR = "http://schemas.xmlsoap.org/soap/actor/next";
    private static final String ENVELOPE = "Envelope";
    private static final String HEADER = "Header";
    private static final String BODY = "Body";

    private final XmlReaderFactory streams;

    SoapEnvelopeReader(XmlReaderFactory streams) {
        this.streams = streams;
    }

    /**
     * The element in the Body, read by a function that gets a reader on its start tag and leaves it on its end tag.
     *
     * @param stated whether the transport stated UTF-8, so that the XML declaration does not count
     * @throws BusException with what is wrong around the element, at {@code Envelope}, {@code Header} or {@code Body}
     */
    <T> T read(InputStream message, boolean stated, Function<XMLStreamReader, T> reading) {
        XMLStreamReader reader = inEnvelope(() -> toElement(streams.open(message, stated)));
        T element = reading.apply(reader);
        inEnvelope(() -> toEnd(reader));
        return element;
    }

    /** A part of the reading. */
    @FunctionalInterface
    private interface Part {
        XMLStreamReader read() throws XMLStreamException;
    }

    private static XMLStreamReader inEnvelope(Part part) {
        try {
            return part.read();
        } catch (XMLStreamException | WstxLazyException e) {
            throw atEnvelope(XmlReaderFactory.failure(e));
        } catch (BusException e) {
            throw atEnvelope(e);
        }
    }

    /** A refusal of the document as a whole is one of the envelope. */
    private static BusException atEnvelope(BusException e) {
        ErrorCode code = e.refusal().code();
        if (!DocumentInput.isOfDocument(e.refusal())) {
            return e;
        }
        boolean general = code == ErrorCode.MESSAGE_MALFORMED || code == ErrorCode.MESSAGE_DTD_FORBIDDEN;
        return BusException.of(
                code,
                ENVELOPE,
                general ? XmlFailures.rule(code) : String.valueOf(e.refusal().rule()));
    }

    private static XMLStreamReader toElement(XMLStreamReader reader) throws XMLStreamException {
        requireEnvelope(reader);
        int tag = nextTag(reader, ENVELOPE);
        if (is(tag, reader, HEADER)) {
            readHeader(reader);
            tag = nextTag(reader, ENVELOPE);
        }
        if (tag == XMLStreamConstants.END_ELEMENT) {
            throw BusException.of(ErrorCode.FIELD_MISSING, BODY, "stands in the Envelope, after the Header");
        }
        if (!is(tag, reader, BODY)) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, ENVELOPE, "at most one Header, then one Body");
        }
        if (nextTag(reader, BODY) == XMLStreamConstants.END_ELEMENT) {
            throw BusException.of(ErrorCode.FIELD_MISSING, BODY, "holds one request element");
        }
        return reader;
    }

    private static XMLStreamReader toEnd(XMLStreamReader reader) throws XMLStreamException {
        if (nextTag(reader, BODY) == XMLStreamConstants.START_ELEMENT) {
            throw BusException.of(ErrorCode.FIELD_DUPLICATED, BODY, "holds one request element");
        }
        int tag = nextTag(reader, ENVELOPE);
        if (is(tag, reader, BODY)) {
            throw BusException.of(ErrorCode.FIELD_DUPLICATED, BODY, "comes once");
        }
        if (tag == XMLStreamConstants.START_ELEMENT) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, ENVELOPE, "nothing follows the Body");
        }
        XmlReaderFactory.finish(reader);
        return reader;
    }

    private static void requireEnvelope(XMLStreamReader reader) {
        if (!reader.getLocalName().equals(ENVELOPE)) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, ENVELOPE, "a SOAP 1.1 envelope");
        }
        if (!NAMESPACE.equals(reader.getNamespaceURI())) {
            throw BusException.of(
                    ErrorCode.SOAP_VERSION_UNSUPPORTED, ENVELOPE, "a SOAP 1.1 envelope, in namespace " + NAMESPACE);
        }
    }

    private static void readHeader(XMLStreamReader reader) throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.START_ELEMENT && ++open == 2) {
                requireOptional(reader);
            }
        }
    }

    /** SOAP 1.1 §4.2.2 and §4.2.3: a header for another than the last receiver is no matter of ours. */
    private static void requireOptional(XMLStreamReader reader) {
        String must = reader.getAttributeValue(NAMESPACE, "mustUnderstand");
        String actor = reader.getAttributeValue(NAMESPACE, "actor");
        boolean ours = actor == null || actor.isBlank() || actor.strip().equals(NEXT_ACTOR);
        if (ours && isTrue(must)) {
            throw BusException.of(
                    ErrorCode.SOAP_HEADER_NOT_UNDERSTOOD, HEADER, "no header that must be understood: none is here");
        }
    }

    private static boolean isTrue(@Nullable String value) {
        return value != null && (value.strip().equals("1") || value.strip().equals("true"));
    }

    private static boolean is(int tag, XMLStreamReader reader, String name) {
        return tag == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals(name)
                && NAMESPACE.equals(reader.getNamespaceURI());
    }

    /** The next start or end tag; comments and processing instructions say nothing. */
    private static int nextTag(XMLStreamReader reader, String parent) throws XMLStreamException {
        while (true) {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    return event;
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw DocumentInput.refusal(ErrorCode.MESSAGE_MALFORMED, "only the entities of XML itself");
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!reader.isWhiteSpace()) {
                        throw BusException.of(ErrorCode.MESSAGE_INVALID, parent, "no text beside the elements");
                    }
                }
                default -> {}
            }
        }
    }
}
