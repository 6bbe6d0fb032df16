package vn.dancu.bus.document.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.dispatch.Recipient;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.DocumentLedger.Progress;
import vn.dancu.bus.document.ledger.DocumentStore;
import vn.dancu.bus.document.ledger.LeasedDocument;
import vn.dancu.bus.document.unpack.DocumentOpener;
import vn.dancu.bus.document.unpack.OpenedMessage;
import vn.dancu.bus.document.unpack.OpenedMessage.OpenedDocument;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.document.code.StatusCode;

/** Answers one leased document. */
final class RequestAnswerer {

    private final DocumentStore store;
    private final DocumentLedger ledger;
    private final DocumentOpener opener;
    private final RequestOpener requests;
    private final ListAsker asker;
    private final AnswerAssembler assembler;
    private final DocumentDispatch dispatch;
    private final DocumentSettings settings;
    private final Clock clock;

    RequestAnswerer(
            DocumentStore store,
            DocumentOpener opener,
            RequestOpener requests,
            ListAsker asker,
            AnswerAssembler assembler,
            DocumentDispatch dispatch,
            DocumentSettings settings,
            Clock clock) {
        this.store = store;
        this.ledger = store.ledger();
        this.opener = opener;
        this.requests = requests;
        this.asker = asker;
        this.assembler = assembler;
        this.dispatch = dispatch;
        this.settings = settings;
        this.clock = clock;
    }

    /** Ends the document, unless somebody else has it by now. Nobody is asked about for an answer that could not leave. */
    void answer(LeasedDocument leased, LeaseKeeper.KeptLease hold) {
        dispatch.organization(leased.account());
        try (Content bytes = StoredContent.of(store.claims(), leased.content(), hold);
                InputStream in = bytes.open();
                OpenedMessage message = opener.open(in)) {
            Request request = requests.open(leased, (OpenedDocument) message, bytes);
            if (asker.isLong(request)) {
                begin(request);
            }
            boolean isLast = leased.attempts() >= settings.attempts();
            List<PersonResults> results = asker.ask(request, isLast, progress -> reach(leased, progress));
            finish(request, assembler.assemble(request, results));
        } catch (IOException | UncheckedIOException e) {
            // Of the folder and of temporary files: it waits for them, as for the register.
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    private void begin(Request request) {
        store.transaction().executeWithoutResult(status -> {
            reach(request.leased(), new Progress(0, request.people()));
            reportBegin(recipient(request));
        });
    }

    private void reach(LeasedDocument leased, Progress progress) {
        if (!ledger.renew(leased, clock.instant().plus(settings.lease()), progress)) {
            throw new LostLeaseException();
        }
    }

    private void finish(Request request, AnswerAssembler.Assembled answer) {
        LeasedDocument leased = request.leased();
        store.transaction().executeWithoutResult(status -> {
            if (!ledger.answered(leased, request.partner().id(), request.people(), answer.id())) {
                throw new LostLeaseException();
            }
            Recipient sender = recipient(request);
            reportBegin(sender);
            dispatch.answer(sender, answer.content());
            dispatch.status(sender, StatusCode.COMPLETED, null);
            ledger.deliveries(leased.id())
                    .forEach(each -> dispatch.progress(each.account(), each.docId(), AxisProgress.DONE));
            store.chunks().drop(leased.id());
            store.claims().release(leased.content(), leased.holder());
        });
    }

    private void reportBegin(Recipient sender) {
        dispatch.status(sender, StatusCode.RECEIVED, null);
        dispatch.status(sender, StatusCode.IN_PROGRESS, null);
    }

    private static Recipient recipient(Request request) {
        UUID id = request.leased().id();
        PartnerId partner = request.partner().id();
        return new Recipient(
                request.leased().account(), id, request.document().from().id(), partner, request.document());
    }
}
