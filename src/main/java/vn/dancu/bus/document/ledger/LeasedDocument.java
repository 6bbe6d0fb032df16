package vn.dancu.bus.document.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;

/**
 * A document that this instance works on.
 *
 * @param lease of this claim
 * @param attempts how often it was claimed since it last came further, this time included
 * @param replay which took it up again; null where none did
 */
public record LeasedDocument(
        UUID id,
        UUID lease,
        String account,
        String axisDocId,
        String sender,
        @Nullable String documentId,
        ClaimCheck content,
        Instant receivedAt,
        int attempts,
        @Nullable UUID replay) {

    /** Who keeps its content. */
    public String holder() {
        return ReceivedDocument.holder(id);
    }

    /** Who keeps what belongs to that document. */
    public static String holder(UUID document) {
        return ReceivedDocument.holder(document);
    }
}
