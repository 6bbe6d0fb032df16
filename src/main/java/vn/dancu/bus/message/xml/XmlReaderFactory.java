package vn.dancu.bus.message.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.DocumentEncoding;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.wire.DocumentInput;
import vn.dancu.bus.message.wire.LimitCounter;
import vn.dancu.bus.message.wire.XmlFailures;

/** Opens documents: no DTD, nothing external. The caller decides how much is read. Thread-safe. */
public final class XmlReaderFactory {

    private static final int NAMESPACES = 16;

    private final WstxInputFactory factory = new WstxInputFactory();
    private final MessageLimits limits;

    public XmlReaderFactory(MessageLimits limits) {
        this.limits = limits;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        // Namespace declarations count here and not in the limit of ours; each attribute may come with one.
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 2 * limits.attributes() + NAMESPACES);
        factory.setProperty(
                WstxInputProperties.P_MAX_ATTRIBUTE_SIZE,
                Math.max(limits.textLength(), LimitCounter.MAX_NAMESPACE_LENGTH + 1));
    }

    /** A reader that stands on the root's start tag. */
    XMLStreamReader open(InputStream document) {
        return open(document, false);
    }

    /** A reader that stands before the document, for whoever needs what is before the root too; a DTD is an event of it. */
    public XMLStreamReader openDocument(InputStream document) {
        try {
            return openDocument(document, false);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private XMLStreamReader openDocument(InputStream document, boolean stated) throws XMLStreamException {
        XMLStreamReader reader =
                factory.createXMLStreamReader(DocumentInput.open(document, limits.documentBytes()), "UTF-8");
        checkDeclaration(reader, stated);
        return reader;
    }

    /**
     * The same.
     *
     * @param stated whether the transport stated UTF-8, so that another encoding in the XML declaration does not count
     */
    XMLStreamReader open(InputStream document, boolean stated) {
        try {
            XMLStreamReader reader = openDocument(document, stated);
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw DocumentInput.refusal(ErrorCode.MESSAGE_DTD_FORBIDDEN, "a document without DTD");
                }
            }
            return reader;
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Reads what may follow the root, so that a broken tail is noticed. */
    static void finish(XMLStreamReader reader) {
        try {
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** The refusal of a document that could not be read. The parser's message repeats content; it is not kept. */
    public static BusException failure(Exception e) {
        Throwable inner = e instanceof XMLStreamException stream ? stream.getNestedException() : null;
        BusException refusal = DocumentInput.behind(inner != null ? inner : e);
        if (refusal != null) {
            return refusal;
        }
        ErrorCode code =
                e instanceof XMLStreamException stream ? XmlFailures.code(stream) : ErrorCode.MESSAGE_MALFORMED;
        return DocumentInput.refusal(code, XmlFailures.rule(code));
    }

    private static void checkDeclaration(XMLStreamReader reader, boolean stated) {
        String encoding = reader.getCharacterEncodingScheme();
        if (!stated && encoding != null && !DocumentEncoding.isUtf8(encoding)) {
            throw DocumentInput.refusal(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, "UTF-8");
        }
        // XML 1.1 would let control characters in.
        if ("1.1".equals(reader.getVersion())) {
            throw DocumentInput.refusal(ErrorCode.MESSAGE_MALFORMED, "XML 1.0");
        }
    }
}
