package vn.dancu.bus.document.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.document.AxisDelivery;

/**
 * A document that came.
 *
 * @param sender agency code
 * @param documentId as the sender wrote it; null where it could not be read
 * @param action the code of its BussinessDocType; {@code -} where it could not be read
 * @param content the edXML as it came
 */
public record ReceivedDocument(
        UUID id,
        AxisDelivery delivery,
        String sender,
        @Nullable String documentId,
        String action,
        ClaimCheck content,
        Instant receivedAt) {

    /** Who keeps its content. */
    public String holder() {
        return holder(id);
    }

    static String holder(UUID document) {
        return "document/" + document;
    }
}
