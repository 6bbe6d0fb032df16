package vn.dancu.bus.document.unpack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;

/** edXML that came in, as what it is. Closing it gives back the files that its attachments take. */
public sealed interface OpenedMessage extends AutoCloseable {

    @Override
    void close();

    /**
     * A document.
     *
     * @param files the attachments in the order of the manifest
     */
    record OpenedDocument(Message message, EDocument document, List<UnpackedFile> files) implements OpenedMessage {

        public OpenedDocument {
            files = List.copyOf(files);
        }

        @Override
        public void close() {
            message.close();
        }

        @Override
        public String toString() {
            return "OpenedDocument[masked]";
        }
    }

    /** A status. */
    record OpenedStatus(Message message, DocumentStatus status) implements OpenedMessage {

        @Override
        public void close() {
            message.close();
        }
    }

    /**
     * A file of a document, out of the ZIP in which some senders put it.
     *
     * @param contentId without {@code cid:}
     * @param name as the sender wrote it: for people, never a path
     * @param contentType as the sender wrote it
     */
    record UnpackedFile(String contentId, @Nullable String name, @Nullable String contentType, Content content) {

        @Override
        public String toString() {
            return "UnpackedFile[masked]";
        }
    }
}
