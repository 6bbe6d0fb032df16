package vn.dancu.bus.message.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.RecordWriter;

/** {@link RecordWriter} of an XML document. */
final class XmlRecordWriter implements RecordWriter {

    private final TreeWriter writing;
    private final Node head;
    private final XMLStreamWriter writer;

    XmlRecordWriter(TreeWriter writing, Node head, OutputStream out) throws XMLStreamException, IOException {
        this.writing = writing;
        this.head = head;
        this.writer = writing.open(out);
        writing.start(writer, head);
        for (Node child : head.children()) {
            writing.writeBelow(writer, head, child);
        }
    }

    @Override
    public void write(Node element) {
        try {
            writing.writeBelow(writer, head, element);
        } catch (XMLStreamException e) {
            throw XmlFormat.failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException("A content cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            writing.beforeEnd(writer);
            writer.writeEndElement();
            writer.close();
        } catch (XMLStreamException e) {
            throw XmlFormat.failure(e);
        }
    }
}
