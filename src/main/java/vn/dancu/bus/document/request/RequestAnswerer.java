package vn.dancu.bus.document.request;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.dispatch.Recipient;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.DocumentLedger.Progress;
import vn.dancu.bus.document.ledger.LeasedDocument;
import vn.dancu.bus.document.ledger.ResultChunks;
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

    private final ClaimChecks claims;
    private final DocumentOpener opener;
    private final RequestOpener requests;
    private final ListAsker asker;
    private final AnswerAssembler assembler;
    private final DocumentLedger ledger;
    private final ResultChunks chunks;
    private final DocumentDispatch dispatch;
    private final TransactionTemplate transaction;
    private final DocumentSettings settings;
    private final Clock clock;

    RequestAnswerer(
            ClaimChecks claims,
            DocumentOpener opener,
            RequestOpener requests,
            ListAsker asker,
            AnswerAssembler assembler,
            DocumentLedger ledger,
            ResultChunks chunks,
            DocumentDispatch dispatch,
            TransactionTemplate transaction,
            DocumentSettings settings,
            Clock clock) {
        this.claims = claims;
        this.opener = opener;
        this.requests = requests;
        this.asker = asker;
        this.assembler = assembler;
        this.ledger = ledger;
        this.chunks = chunks;
        this.dispatch = dispatch;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Ends the document, unless somebody else has it by now. */
    void answer(LeasedDocument leased) {
        try (InputStream in = claims.open(leased.content());
                OpenedMessage message = opener.open(in)) {
            Request request = requests.open(leased, (OpenedDocument) message, bytes(leased.content()));
            begin(request);
            boolean isLast = leased.attempts() >= settings.attempts();
            List<PersonResults> results = asker.ask(request, isLast, progress -> reach(leased, progress));
            finish(request, assembler.assemble(request, results));
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    private void begin(Request request) {
        transaction.executeWithoutResult(status -> {
            reach(request.leased(), new Progress(0, request.people()));
            if (asker.isLong(request)) {
                reportBegin(recipient(request));
            }
        });
    }

    private void reach(LeasedDocument leased, Progress progress) {
        if (!ledger.renew(leased, clock.instant().plus(settings.lease()), progress)) {
            throw new LostLeaseException();
        }
    }

    private void finish(Request request, AnswerAssembler.Assembled answer) {
        LeasedDocument leased = request.leased();
        transaction.executeWithoutResult(status -> {
            if (!ledger.answered(leased, request.partner().id(), answer.id())) {
                throw new LostLeaseException();
            }
            Recipient sender = recipient(request);
            reportBegin(sender);
            dispatch.answer(sender, answer.content());
            dispatch.status(sender, StatusCode.COMPLETED, null);
            end(leased, AxisProgress.DONE);
            chunks.drop(leased.id());
            claims.release(leased.content(), leased.holder());
        });
    }

    private void reportBegin(Recipient sender) {
        dispatch.status(sender, StatusCode.RECEIVED, null);
        dispatch.status(sender, StatusCode.IN_PROGRESS, null);
    }

    private void end(LeasedDocument leased, AxisProgress progress) {
        ledger.deliveries(leased.id()).forEach(each -> dispatch.progress(each.account(), each.docId(), progress));
    }

    private static Recipient recipient(Request request) {
        UUID id = request.leased().id();
        PartnerId partner = request.partner().id();
        return new Recipient(
                request.leased().account(), id, request.document().from().id(), partner, request.document());
    }

    private Content bytes(ClaimCheck check) {
        return new Content() {
            @Override
            public long length() {
                return check.length();
            }

            @Override
            public InputStream open() {
                return claims.open(check);
            }

            @Override
            public void close() {}
        };
    }
}
