package vn.dancu.bus.message.document;

import java.util.List;
import vn.dancu.bus.message.Message;

/**
 * Documents and statuses as records. Thread-safe.
 *
 * <pre>{@code
 * DocumentMessages documents = context.documents();
 * try (Message message = context.xml(Version.EDXML_V1).within(MessageLimits.LARGE).read(in)) {
 *     if (documents.isStatus(message)) {
 *         note(documents.readStatus(message));
 *     } else {
 *         file(documents.read(message));         // its contents end with the message
 *     }
 * }
 * context.xml(Version.EDXML_V1).write(documents.write(document), out);
 * }</pre>
 *
 * <p>Elements of different names may stand in any order, with or without prefix; that says nothing and is not kept. What does
 * say something and is not kept is named by {@code losses}: an empty element, a number with leading zeros, an attribute where
 * the standard has none. Whoever needs a signature to stay good passes the message on and not a record of it.
 */
public interface DocumentMessages {

    /** Whether an edXML message is a status and no document. */
    boolean isStatus(Message message);

    /**
     * The document of an edXML message, or of one in the form before it (e-doc), whose attachments have no bytes: they are
     * parts of the MIME message and belong to the door.
     *
     * @throws vn.dancu.bus.kernel.BusException where it is a status or no document, has no receiver or no id, or where a day
     *     is in no calendar
     */
    EDocument read(Message message);

    /** The status of an edXML message. */
    DocumentStatus readStatus(Message message);

    /** The edXML message of a document, unchecked. */
    Message write(EDocument document);

    /** The edXML message of a status, unchecked. */
    Message write(DocumentStatus status);

    /**
     * What of a message its record does not carry, by path: writing the record would not bring it back as it stands. An index
     * counts the elements of one name where there are several.
     */
    List<String> losses(Message message);

    /** What of a document edXML would not bring back as it is: the names of its components. */
    List<String> losses(EDocument document);

    /** What of a status edXML would not bring back as it is: the names of its components. */
    List<String> losses(DocumentStatus status);
}
