package vn.dancu.bus.message.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;
import org.codehaus.stax2.typed.TypedXMLStreamException;
import org.codehaus.stax2.typed.TypedXMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.wire.ContentSpool;

/** The base64 text of an element as bytes, a buffer at a time in both directions. */
final class BinaryText {

    /** Stands for text that does not decode. */
    static final String BROKEN = "\uFFFD";

    // A multiple of three, so that padding comes at the end alone.
    private static final int BUFFER = 3 * (1 << 13);

    private BinaryText() {}

    /**
     * Reads the element on whose start tag the reader stands, and leaves it on the end tag.
     *
     * @return null where the text is no base64
     */
    static @Nullable Content read(XMLStreamReader reader, MessageLimits limits) throws XMLStreamException, IOException {
        ContentSpool spool = new ContentSpool(limits);
        boolean done = false;
        int depth = reader instanceof XMLStreamReader2 counting ? counting.getDepth() : 0;
        try {
            if (reader instanceof TypedXMLStreamReader typed) {
                copy(typed, spool);
            } else {
                spool.write(Base64.getMimeDecoder().decode(reader.getElementText()));
            }
            Content content = spool.done();
            done = true;
            return content;
        } catch (TypedXMLStreamException | IllegalArgumentException e) {
            skip(reader, depth);
            return null;
        } finally {
            if (!done) {
                spool.drop();
            }
        }
    }

    private static void copy(TypedXMLStreamReader reader, ContentSpool spool) throws XMLStreamException, IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = reader.readElementAsBinary(buffer, 0, BUFFER);
                read >= 0;
                read = reader.readElementAsBinary(buffer, 0, BUFFER)) {
            spool.write(buffer, 0, read);
        }
    }

    // The reader may stand on the text, on the end tag already, or on an element within, however deep.
    private static void skip(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (reader instanceof XMLStreamReader2 counting) {
            while (counting.getEventType() != XMLStreamConstants.END_ELEMENT || counting.getDepth() > depth) {
                counting.next();
            }
        }
    }

    /** Writes the bytes as the text of the element that is open. */
    static void write(XMLStreamWriter writer, Content content) throws XMLStreamException, IOException {
        XMLStreamWriter2 binary = (XMLStreamWriter2) writer;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = content.open()) {
            for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
                binary.writeBinary(buffer, 0, read);
            }
        }
    }
}
