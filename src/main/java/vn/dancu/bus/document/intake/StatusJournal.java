package vn.dancu.bus.document.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.AxisDelivery;
import vn.dancu.bus.document.dispatch.Recipient;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.message.document.DocumentDescription;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.ResponseFor;
import vn.dancu.bus.message.document.code.StatusCode;

/**
 * Statuses that come: of our answers, in whatever order and of whatever code, and status 13, by which a sender takes its document
 * back. All are kept; one for a document that was never sent is kept without one.
 */
final class StatusJournal {

    private final DocumentLedger ledger;
    private final ChangeRequests changes;
    private final ReplyRouter replies;

    StatusJournal(DocumentLedger ledger, ChangeRequests changes, ReplyRouter replies) {
        this.ledger = ledger;
        this.changes = changes;
        this.replies = replies;
    }

    void take(AxisDelivery delivery, DocumentStatus status) {
        String agency = delivery.from() == null ? status.from().id() : delivery.from();
        String sender = sender(delivery, status);
        ledger.noteStatus(delivery, sender, status, documentId(status));
        replies.take(status, sender);
        recalled(status)
                .forEach(target -> changes.recall(
                        new Recipient(delivery.account(), idOf(delivery), agency, null, named(target, agency)),
                        sender,
                        target));
    }

    static String sender(AxisDelivery delivery, DocumentStatus status) {
        return ArrivalReader.canonical(delivery.from() == null ? status.from().id() : delivery.from());
    }

    /** DocumentId of what a status takes back; of any other status nothing. */
    static List<String> recalled(DocumentStatus status) {
        String target = documentId(status);
        return status.code().is(StatusCode.RECALL) && target != null ? List.of(target) : List.of();
    }

    private static UUID idOf(AxisDelivery delivery) {
        return UUID.nameUUIDFromBytes((delivery.account() + "\n" + delivery.docId()).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String documentId(DocumentStatus status) {
        return status.responseFor().stream()
                .map(ResponseFor::documentId)
                .filter(id -> id != null)
                .findFirst()
                .orElse(null);
    }

    /** A document of which no more is known. */
    static EDocument named(String documentId, String agency) {
        return EDocument.of(Organization.of(agency, null), List.of(), documentId, DocumentDescription.of(null));
    }
}
