package vn.dancu.bus.document.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.dispatch.Recipient;
import vn.dancu.bus.document.ledger.DocumentStore;
import vn.dancu.bus.document.ledger.LeasedDocument;
import vn.dancu.bus.document.unpack.DocumentOpener;
import vn.dancu.bus.document.unpack.OpenedMessage;
import vn.dancu.bus.document.unpack.OpenedMessage.OpenedDocument;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.document.DocumentDescription;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.code.StatusCode;

/** Refuses a leased document as a whole: status 02 with the reason, {@code fail}, a record, and its bytes stay set aside. */
final class RequestRefuser {

    private static final Logger LOGGER = LoggerFactory.getLogger(RequestRefuser.class);

    private final DocumentStore store;
    private final DocumentOpener opener;
    private final RequestOpener requests;
    private final Inquiries inquiries;
    private final DocumentDispatch dispatch;

    RequestRefuser(
            DocumentStore store,
            DocumentOpener opener,
            RequestOpener requests,
            Inquiries inquiries,
            DocumentDispatch dispatch) {
        this.store = store;
        this.opener = opener;
        this.requests = requests;
        this.inquiries = inquiries;
        this.dispatch = dispatch;
    }

    void refuse(LeasedDocument leased, Refusal cause) {
        InquiryOrigin origin = requests.origin(leased);
        inquiries.refuse(origin, cause);
        EDocument about = about(leased);
        // Held for nobody: a partner that is suspended learns of it.
        Recipient sender =
                new Recipient(leased.account(), leased.id(), about.from().id(), null, about);
        store.transaction().executeWithoutResult(status -> {
            if (store.ledger().refused(leased, origin.partner(), cause)) {
                report(sender, cause);
                store.ledger()
                        .deliveries(leased.id())
                        .forEach(each -> dispatch.progress(each.account(), each.docId(), AxisProgress.FAIL));
                store.chunks().drop(leased.id());
            }
        });
    }

    /** Without its account nothing can be written to the sender: operators must do it. */
    private void report(Recipient sender, Refusal cause) {
        if (dispatch.hasAccount(sender.account())) {
            dispatch.refusal(sender, StatusCode.REFUSED, cause);
            return;
        }
        LOGGER.atError()
                .addKeyValue(LogKeys.DOCUMENT, sender.document())
                .addKeyValue(LogKeys.OCCURRENCE, cause.occurrence())
                .addKeyValue(LogKeys.ERROR_CODE, cause.code())
                .log("A document is set aside and its sender is not told: the settings have its axis account no more");
    }

    /** The document, as far as it can be read now. */
    private EDocument about(LeasedDocument leased) {
        try (InputStream in = store.claims().open(leased.content());
                OpenedMessage message = opener.open(in)) {
            return ((OpenedDocument) message).document();
        } catch (IOException | RuntimeException e) {
            return EDocument.of(
                    Organization.of(leased.sender(), null),
                    List.of(),
                    leased.documentId() == null ? leased.axisDocId() : leased.documentId(),
                    DocumentDescription.of(null));
        }
    }
}
