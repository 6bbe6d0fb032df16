package vn.dancu.bus.document.intake;

import java.util.UUID;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.DocumentLedger.SentRequest;
import vn.dancu.bus.document.ledger.LeasedDocument;
import vn.dancu.bus.document.ledger.ResultChunks;

/** Ends documents that their senders took back; whoever works on one stops when its lease is renewed. */
final class Withdrawals {

    private final DocumentLedger ledger;
    private final ResultChunks chunks;
    private final ClaimChecks claims;
    private final DocumentDispatch dispatch;

    Withdrawals(DocumentLedger ledger, ResultChunks chunks, ClaimChecks claims, DocumentDispatch dispatch) {
        this.ledger = ledger;
        this.chunks = chunks;
        this.claims = claims;
        this.dispatch = dispatch;
    }

    /** In the transaction of the caller, which holds the document's row. */
    void withdraw(SentRequest request) {
        UUID document = request.id();
        if (ledger.withdraw(document)) {
            chunks.drop(document);
            claims.release(request.content(), LeasedDocument.holder(document));
            ledger.deliveries(document)
                    .forEach(each -> dispatch.progress(each.account(), each.docId(), AxisProgress.DONE));
        }
    }
}
