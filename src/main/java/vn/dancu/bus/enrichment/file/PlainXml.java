package vn.dancu.bus.enrichment.file;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of strangers: no DTD, nothing external, nothing long in one piece. */
final class PlainXml {

    private static final int DEPTH = 32;
    private static final int ATTRIBUTES = 64;

    /** @param longest most characters of an attribute */
    static XMLStreamReader read(Reader text, int longest) {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, longest);
        try {
            return factory.createXMLStreamReader(text);
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    /** The fault of a file that cannot be parsed. The parser's message repeats content; it is not kept. */
    static FileFaultException fault(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileFaultException known) {
                return known;
            }
        }
        long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        return new FileFaultException(
                e instanceof WstxEOFException ? FileFault.FILE_CUT : FileFault.FORMAT_INVALID, line, "");
    }

    private PlainXml() {}
}
