package vn.dancu.bus.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;

/**
 * A room that sends documents ({@link SentDocuments}) and hears what becomes of them. Its methods run in the transaction in which the
 * message of the axis is taken, so that each is told once.
 */
public interface ReplyListener {

    /**
     * A document that answers one of ours.
     *
     * @param document our own id of it
     * @param agency code of the sender, in the newer form where it has one
     * @param content the edXML as it came; a room that needs it later keeps it
     */
    record Reply(
            UUID document,
            String agency,
            @Nullable String subject,
            @Nullable String text,
            ClaimCheck content,
            Instant receivedAt) {

        @Override
        public String toString() {
            return "Reply[" + document + ", masked]";
        }
    }

    /**
     * Whether the room sent a document of that id to that agency. The answer holds until the transaction ends.
     *
     * @param agency code of the sender, in the newer form where it has one
     */
    boolean sent(UUID documentId, String agency);

    /**
     * The agency reports a status, in whatever order and of whatever code; the room sent it that document.
     *
     * @param code such as {@code 03}
     */
    void reported(UUID documentId, String code, Instant at);

    /** The agency answered that document. */
    void replied(UUID documentId, Reply reply);
}
