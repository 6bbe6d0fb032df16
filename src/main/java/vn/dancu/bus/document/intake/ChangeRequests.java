package vn.dancu.bus.document.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.AxisDelivery;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.dispatch.Recipient;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.DocumentLedger.SentRequest;
import vn.dancu.bus.document.ledger.ReceivedDocument;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.document.DocumentAction;
import vn.dancu.bus.message.document.DocumentAction.Replacement;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.code.DocumentActionKind;
import vn.dancu.bus.message.document.code.StatusCode;

/**
 * Recalls, updates and replacements of documents. A document can be changed by who sent it, and until it is answered; what became of
 * the change is reported by status 15 or 16.
 */
final class ChangeRequests {

    private static final String RECALLED = "Văn bản được lấy lại trước khi trả lời";

    private final DocumentLedger ledger;
    private final DocumentDispatch dispatch;
    private final Withdrawals withdrawals;
    private final ChangeOrder order;
    private final ReplyRouter replies;

    ChangeRequests(
            DocumentLedger ledger,
            DocumentDispatch dispatch,
            Withdrawals withdrawals,
            ChangeOrder order,
            ReplyRouter replies) {
        this.order = order;
        this.replies = replies;
        this.ledger = ledger;
        this.dispatch = dispatch;
        this.withdrawals = withdrawals;
    }

    /** DocumentIds of what a document asks to change. */
    static List<String> targets(EDocument document, DocumentActionKind kind) {
        DocumentAction action = document.routing().action();
        if (kind == DocumentActionKind.NEW) {
            return List.of();
        }
        if (kind == DocumentActionKind.REPLACE) {
            return action == null
                    ? List.of()
                    : action.replacements().stream()
                            .map(Replacement::documentId)
                            .toList();
        }
        String target = action == null || action.documentId() == null ? document.id() : action.documentId();
        return target == null ? List.of() : List.of(target);
    }

    /**
     * A change waits for the documents that it changes; see {@link ChangeOrder}.
     *
     * @param targets DocumentIds of what is changed
     */
    void requireOrder(AxisDelivery delivery, String sender, List<String> targets) {
        order.require(delivery, sender, targets);
    }

    /** What becomes of the message that asks for a change. */
    sealed interface Outcome {

        /** It asks something itself, and is answered like a new document. */
        record Asks() implements Outcome {}

        /** Its status was the answer. */
        record Settled() implements Outcome {}

        record Declined(Refusal reason) implements Outcome {}
    }

    /** Whether a document replies to one that a room of the bus sent to its sender. */
    boolean isReply(Arrival.OfDocument arrival) {
        return replies.isReply(arrival.document(), arrival.sender());
    }

    /** Takes a new document as the reply to one that a room of the bus sent; false where it is none. */
    boolean takeReply(ReceivedDocument taken, Recipient sender, Arrival.OfDocument arrival) {
        boolean isReply = replies.take(taken, arrival.document());
        if (isReply) {
            dispatch.status(sender, StatusCode.RECEIVED, null);
        }
        return isReply;
    }

    Outcome apply(ReceivedDocument taken, Recipient sender, Arrival.OfDocument arrival, DocumentActionKind kind) {
        List<String> targets = targets(arrival.document(), kind);
        if (kind == DocumentActionKind.REPLACE) {
            replace(taken, sender, targets);
            return arrival.asks() ? new Outcome.Asks() : new Outcome.Settled();
        }
        Optional<SentRequest> request =
                targets.stream().findFirst().flatMap(target -> ledger.lock(taken.sender(), target));
        boolean isKept = kind == DocumentActionKind.UPDATE && !arrival.asks();
        if (request.isEmpty() || !request.get().isOpen()) {
            return new Outcome.Declined(tooLate(request.orElse(null)));
        }
        if (!isKept) {
            withdrawals.withdraw(request.get());
        }
        dispatch.status(sender, StatusCode.CHANGE_ACCEPTED, kind == DocumentActionKind.RECALL ? RECALLED : null);
        return kind == DocumentActionKind.UPDATE && arrival.asks() ? new Outcome.Asks() : new Outcome.Settled();
    }

    /** The new document is answered all the same; of the old ones those stop that are not answered yet. */
    private void replace(ReceivedDocument taken, Recipient sender, List<String> ids) {
        for (String id : ids) {
            Optional<SentRequest> request = ledger.lock(taken.sender(), id);
            Recipient about = sender.about(StatusJournal.named(id, sender.agency()));
            if (request.isPresent() && request.get().isOpen()) {
                withdrawals.withdraw(request.get());
                dispatch.status(about, StatusCode.CHANGE_ACCEPTED, null);
            } else {
                dispatch.refusal(about, StatusCode.CHANGE_REFUSED, tooLate(request.orElse(null)));
            }
        }
    }

    /** The sender took its document back by status 13. */
    void recall(Recipient sender, String canonicalSender, String target) {
        Optional<SentRequest> request = ledger.lock(canonicalSender, target);
        if (request.isPresent() && request.get().isOpen()) {
            withdrawals.withdraw(request.get());
            dispatch.status(sender, StatusCode.CHANGE_ACCEPTED, RECALLED);
        } else {
            dispatch.refusal(sender, StatusCode.CHANGE_REFUSED, tooLate(request.orElse(null)));
        }
    }

    private static Refusal tooLate(@Nullable SentRequest request) {
        return request == null
                ? Refusal.of(ErrorCode.RESOURCE_UNKNOWN, "Bussiness/DocumentId", "a document that this agency sent")
                : Refusal.of(
                        ErrorCode.MOVE_NOT_ALLOWED,
                        "Bussiness/DocumentId",
                        "a document that has not been answered yet");
    }
}
