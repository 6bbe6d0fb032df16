package vn.dancu.bus.document.intake;

import java.util.UUID;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.ledger.DocumentLedger.SentRequest;
import vn.dancu.bus.document.ledger.DocumentStore;
import vn.dancu.bus.document.ledger.LeasedDocument;

/** Ends documents that their senders took back; whoever works on one stops when its lease is renewed. */
final class Withdrawals {

    private final DocumentStore store;
    private final DocumentDispatch dispatch;

    Withdrawals(DocumentStore store, DocumentDispatch dispatch) {
        this.store = store;
        this.dispatch = dispatch;
    }

    /** In the transaction of the caller, which holds the document's row. */
    void withdraw(SentRequest request) {
        UUID document = request.id();
        if (store.ledger().withdraw(document)) {
            store.chunks().drop(document);
            store.claims().release(request.content(), LeasedDocument.holder(document));
            store.ledger()
                    .deliveries(document)
                    .forEach(each -> dispatch.progress(each.account(), each.docId(), AxisProgress.DONE));
        }
    }
}
