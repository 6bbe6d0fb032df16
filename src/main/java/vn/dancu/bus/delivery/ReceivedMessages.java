package vn.dancu.bus.delivery;

import java.util.UUID;

/** What was received before, so that nothing is done twice. */
public interface ReceivedMessages {

    /**
     * Notes a message in the transaction of the caller: it counts as received when that commits. Of several that come at
     * once, at any instance, one is the first; the others wait for the end of its transaction.
     *
     * @param channel such as {@code axis}
     * @param sender who sent it, as the channel names its senders
     * @param messageId the id that the sender gave it
     * @param sha256 of the content, 64 hex digits in lower case
     * @throws IllegalStateException when the caller has no transaction
     */
    Acceptance accept(String channel, String sender, String messageId, String sha256);

    /** What a message is to those before it of the same channel and sender. */
    sealed interface Acceptance {

        /** Neither the id nor the content came before. */
        record First(UUID id) implements Acceptance {}

        /** The id came before with the same content. */
        record Repeated(UUID first) implements Acceptance {}

        /** The content came before under another id. */
        record SameContent(UUID id, UUID first) implements Acceptance {}

        /** The id came before with other content: an update, or a sender that uses an id twice. */
        record ChangedContent(UUID id, UUID first) implements Acceptance {}
    }
}
