package vn.dancu.bus.document;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;

/** Documents that other rooms send over the axis, and the files of the documents that reply to them ({@link ReplyListener}). */
public interface SentDocuments {

    /**
     * A document to be sent.
     *
     * @param id its DocumentId: the same again is not sent twice
     * @param account at the axis, by the name of the settings
     * @param agency to whom, in either form of code
     * @param number by which people name it
     * @param subject what it is about (trích yếu)
     * @param text what it says in a few sentences; null where the files say it
     * @param due until when it is to be answered
     */
    record Letter(
            UUID id,
            String account,
            String agency,
            String number,
            String subject,
            @Nullable String text,
            LocalDate due,
            List<LetterFile> files) {

        public Letter {
            files = List.copyOf(files);
        }

        @Override
        public String toString() {
            return "Letter[" + id + ", masked]";
        }
    }

    /** A file of it. */
    @SuppressWarnings("ArrayRecordComponent")
    record LetterFile(String name, String contentType, byte[] content) {

        @Override
        public String toString() {
            return "LetterFile[masked]";
        }
    }

    /** A file of a reply; the name is the sender's word, never a path. */
    record ReplyFile(String name, @Nullable String contentType, long length) {

        @Override
        public String toString() {
            return "ReplyFile[masked]";
        }
    }

    /**
     * Writes and stores the document; {@link #send} follows in the transaction that needs it.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code axis_unavailable} where the settings have no such account, {@code
     *     storage_unavailable}
     */
    ClaimCheck write(Letter letter);

    /** Puts what was written into the outbox, in the transaction of the caller; it goes out soon after. */
    void send(Letter letter, ClaimCheck written);

    /** The files of a reply, in their order. */
    List<ReplyFile> files(ClaimCheck reply);

    /**
     * Copies one of them.
     *
     * @param position from 0
     */
    void copy(ClaimCheck reply, int position, OutputStream out) throws IOException;
}
