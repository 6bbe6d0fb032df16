package vn.dancu.bus.message;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * Parser and encoder of one family on one wire, XML or JSON. Thread-safe; the methods that return a format give another one
 * and leave this as it is.
 *
 * <pre>{@code
 * MessageFormat xml = context.xml(Version.EDXML_V1).within(MessageLimits.LARGE);
 * MessageFormat json = context.json(Version.EDXML_V1).pretty();
 * try (Message document = xml.read(in)) {
 *     json.write(document, out);
 * }
 * }</pre>
 *
 * <p>Every reading method throws {@link vn.dancu.bus.kernel.BusException} whose refusal has a stable code and names the
 * place and the rule, never the value.
 */
public interface MessageFormat {

    /** Reads a document and refuses it at the first deviation from its schema. */
    default Message read(InputStream document) {
        return read(document, Reaction.STRICT);
    }

    /** Reads a document and reports each deviation from its schema to the reaction; one that cannot be parsed is refused. */
    Message read(InputStream document, Reaction reaction);

    /** Writes a document in UTF-8, attachments a buffer at a time; leaves the stream open. */
    void write(Message message, OutputStream out);

    /** The document in UTF-8. */
    byte[] write(Message message);

    /** The elements of that name below the root, one at a time, however long the document is. */
    Records records(InputStream document, String name, Reaction reaction);

    /** Writes a document whose elements below the root come one at a time. */
    RecordWriter writer(Node head, OutputStream out);

    /** The same with line breaks and indents. */
    MessageFormat pretty();

    /** The same with other limits. */
    MessageFormat within(MessageLimits limits);

    /** The same for documents of that root, where the wire does not name it: JSON of a family whose own wire is JSON. */
    MessageFormat ofRoot(String name);
}
