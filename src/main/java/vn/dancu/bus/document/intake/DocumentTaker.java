package vn.dancu.bus.document.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.ReceivedMessages;
import vn.dancu.bus.delivery.ReceivedMessages.Acceptance;
import vn.dancu.bus.document.AxisDelivery;
import vn.dancu.bus.document.DocumentIntake;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.dispatch.Recipient;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.DocumentStore;
import vn.dancu.bus.document.ledger.ReceivedDocument;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.document.DocumentAction;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.code.DocumentActionKind;
import vn.dancu.bus.message.document.code.StatusCode;

/** Takes each delivery of the axis once: bytes first, then ledger and outbox in one transaction. */
final class DocumentTaker implements DocumentIntake {

    private static final Logger LOGGER = LoggerFactory.getLogger(DocumentTaker.class);
    private static final String UNREAD = "-";

    /** A smaller document is read from memory, and need not be unsealed for that. */
    private static final int MAX_IN_MEMORY = 1 << 20;

    private final ClaimChecks claims;
    private final ArrivalReader reader;
    private final ReceivedMessages received;
    private final DocumentLedger ledger;
    private final DocumentDispatch dispatch;
    private final ChangeRequests changes;
    private final FetchFailures failures;
    private final StatusJournal statuses;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DocumentTaker(
            DocumentStore store,
            ArrivalReader reader,
            ReceivedMessages received,
            DocumentDispatch dispatch,
            ChangeRequests changes,
            FetchFailures failures,
            StatusJournal statuses,
            Clock clock) {
        this.claims = store.claims();
        this.ledger = store.ledger();
        this.transaction = store.transaction();
        this.reader = reader;
        this.received = received;
        this.dispatch = dispatch;
        this.changes = changes;
        this.failures = failures;
        this.statuses = statuses;
        this.clock = clock;
    }

    @Override
    public ItemState state(AxisDelivery delivery) {
        return failures.state(delivery);
    }

    @Override
    public void failed(AxisDelivery delivery, Throwable cause) {
        failures.noted(delivery, cause).ifPresent(refusal -> {
            ClaimCheck nothing = nothing();
            transaction.executeWithoutResult(status -> {
                if (!ledger.isTaken(delivery)) {
                    setAside(delivery, new Arrival.Unreadable(refusal, null), nothing);
                }
            });
        });
    }

    @Override
    public void take(AxisDelivery delivery, InputStream content) {
        Arrival.Kept kept = keep(delivery, content);
        awaitEarlier(delivery, kept.arrival());
        transaction.executeWithoutResult(status -> {
            if (ledger.isTaken(delivery)) {
                return;
            }
            if (kept.arrival() instanceof Arrival.OfDocument document) {
                take(delivery, document, kept.content());
            } else if (kept.arrival() instanceof Arrival.OfStatus of) {
                if (ledger.noteDelivery(delivery, null)) {
                    statuses.take(delivery, of.status());
                    dispatch.progress(delivery.account(), delivery.docId(), AxisProgress.DONE);
                }
            } else {
                setAside(delivery, (Arrival.Unreadable) kept.arrival(), kept.content());
            }
        });
    }

    private void awaitEarlier(AxisDelivery delivery, Arrival arrival) {
        if (arrival instanceof Arrival.OfDocument document) {
            changes.requireOrder(
                    delivery,
                    document.sender(),
                    ChangeRequests.targets(document.document(), kind(document.document())));
        } else if (arrival instanceof Arrival.OfStatus of) {
            changes.requireOrder(
                    delivery, StatusJournal.sender(delivery, of.status()), StatusJournal.recalled(of.status()));
        }
    }

    private Arrival.Kept keep(AxisDelivery delivery, InputStream content) {
        try {
            byte[] head = content.readNBytes(MAX_IN_MEMORY);
            boolean isAll = head.length < MAX_IN_MEMORY;
            InputStream start = new ByteArrayInputStream(head);
            ClaimCheck check = claims.store(isAll ? start : new SequenceInputStream(start, content), reader.maxBytes());
            return new Arrival.Kept(reader.read(check, isAll ? head : null, delivery.from()), check);
        } catch (IOException e) {
            // The axis broke off; what it sent is asked for again.
            throw new BusException(ErrorCode.AXIS_UNAVAILABLE, e);
        } catch (BusException e) {
            if (e.refusal().code() != ErrorCode.MESSAGE_TOO_LARGE) {
                throw e;
            }
            return new Arrival.Kept(new Arrival.Unreadable(e.refusal(), null), nothing());
        }
    }

    private ClaimCheck nothing() {
        try {
            return claims.store(InputStream.nullInputStream(), 1);
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    private void take(AxisDelivery delivery, Arrival.OfDocument arrival, ClaimCheck content) {
        DocumentActionKind kind = kind(arrival.document());
        // A recall and an update have the id of what they change.
        String messageId = kind == DocumentActionKind.NEW
                ? String.valueOf(arrival.document().id())
                : arrival.document().id() + " " + kind.code();
        Acceptance acceptance =
                received.accept(DocumentDispatch.CHANNEL, arrival.sender(), messageId, arrival.contentHash());
        if (acceptance instanceof Acceptance.Repeated repeated) {
            repeat(delivery, repeated.first());
            return;
        }
        boolean isNew = kind == DocumentActionKind.NEW || kind == DocumentActionKind.REPLACE;
        if (acceptance instanceof Acceptance.First first) {
            begin(delivery, arrival, kind, content, first.id(), null);
        } else if (acceptance instanceof Acceptance.SameContent same) {
            // Two replies may bring the same file, such as a form; two requests with the same questions are one.
            boolean isRepeated = isNew && !changes.isReply(arrival);
            begin(delivery, arrival, kind, content, same.id(), isRepeated ? seenBefore() : null);
        } else if (acceptance instanceof Acceptance.ChangedContent changed) {
            begin(delivery, arrival, kind, content, changed.id(), isNew ? idUsedBefore() : null);
        }
    }

    private void begin(
            AxisDelivery delivery,
            Arrival.OfDocument arrival,
            DocumentActionKind kind,
            ClaimCheck content,
            UUID id,
            @Nullable Refusal objection) {
        EDocument document = arrival.document();
        ReceivedDocument taken = new ReceivedDocument(
                id, delivery, arrival.sender(), document.id(), kind.code(), content, clock.instant());
        Recipient sender = new Recipient(delivery.account(), id, document.from().id(), null, document);
        claims.keep(content, taken.holder());
        ledger.noteDelivery(delivery, id);
        dispatch.progress(delivery.account(), delivery.docId(), AxisProgress.PROCESSING);
        dispatch.status(sender, StatusCode.ARRIVED, null);
        if (objection != null) {
            refuse(taken, sender, StatusCode.REFUSED, objection);
        } else if (kind == DocumentActionKind.NEW && changes.takeReply(taken, sender, arrival)) {
            settle(taken, sender);
        } else if (kind == DocumentActionKind.NEW) {
            ledger.accept(taken);
        } else {
            change(taken, sender, arrival, kind);
        }
    }

    private void change(ReceivedDocument taken, Recipient sender, Arrival.OfDocument arrival, DocumentActionKind kind) {
        ChangeRequests.Outcome outcome = changes.apply(taken, sender, arrival, kind);
        if (outcome instanceof ChangeRequests.Outcome.Asks) {
            ledger.accept(taken);
        } else if (outcome instanceof ChangeRequests.Outcome.Settled) {
            settle(taken, sender);
        } else {
            refuse(taken, sender, StatusCode.CHANGE_REFUSED, ((ChangeRequests.Outcome.Declined) outcome).reason());
        }
    }

    private void settle(ReceivedDocument taken, Recipient sender) {
        ledger.answer(taken);
        claims.release(taken.content(), taken.holder());
        dispatch.progress(sender.account(), taken.delivery().docId(), AxisProgress.DONE);
    }

    /** The same document once more: this delivery ends as the first does. */
    private void repeat(AxisDelivery delivery, UUID first) {
        AxisProgress progress = ledger.lockProgress(first);
        ledger.noteDelivery(delivery, first);
        dispatch.progress(delivery.account(), delivery.docId(), progress);
    }

    private void setAside(AxisDelivery delivery, Arrival.Unreadable arrival, ClaimCheck content) {
        LOGGER.atWarn()
                .addKeyValue(LogKeys.OCCURRENCE, arrival.refusal().occurrence())
                .addKeyValue(LogKeys.ERROR_CODE, arrival.refusal().code())
                .addKeyValue(LogKeys.FIELD, arrival.refusal().field())
                .log("A message of the axis cannot be taken and was set aside");
        if (delivery.isStatus()) {
            // An answer to a status that cannot be read may come back as another such.
            ledger.noteDelivery(delivery, null);
            dispatch.progress(delivery.account(), delivery.docId(), AxisProgress.FAIL);
            return;
        }
        String sender = delivery.from() == null ? UNREAD : delivery.from();
        EDocument seen = arrival.seen();
        ReceivedDocument taken = new ReceivedDocument(
                UUID.randomUUID(),
                delivery,
                ArrivalReader.canonical(sender),
                seen == null ? null : seen.id(),
                UNREAD,
                content,
                clock.instant());
        if (!ledger.noteDelivery(delivery, taken.id())) {
            return;
        }
        claims.keep(content, taken.holder());
        Recipient recipient = new Recipient(
                delivery.account(),
                taken.id(),
                sender,
                null,
                seen == null ? StatusJournal.named(delivery.docId(), sender) : seen);
        if (delivery.from() == null) {
            ledger.refuse(taken, arrival.refusal());
            dispatch.progress(delivery.account(), delivery.docId(), AxisProgress.FAIL);
        } else {
            refuse(taken, recipient, StatusCode.REFUSED, arrival.refusal());
        }
    }

    private void refuse(ReceivedDocument taken, Recipient sender, StatusCode code, Refusal cause) {
        ledger.refuse(taken, cause);
        dispatch.refusal(sender, code, cause);
        dispatch.progress(sender.account(), taken.delivery().docId(), AxisProgress.FAIL);
    }

    /** A document that does not say is new. */
    private static DocumentActionKind kind(EDocument document) {
        DocumentAction action = document.routing().action();
        DocumentActionKind known =
                action == null || action.kind() == null ? null : action.kind().known();
        return known == null ? DocumentActionKind.NEW : known;
    }

    private static Refusal seenBefore() {
        return Refusal.of(
                ErrorCode.REQUEST_REPLAYED, "AttachmentEncoded", "a request that was not sent before under another id");
    }

    private static Refusal idUsedBefore() {
        return Refusal.of(
                ErrorCode.FIELD_DUPLICATED,
                "MessageHeader/DocumentId",
                "an id of its own, or BussinessDocType 2 to change the document of that id");
    }
}
