package vn.dancu.bus.document.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.document.AxisDelivery;
import vn.dancu.bus.document.DocumentSigner;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.document.DocumentStatus;

/** What is known of each document. Methods that change something run in the transaction of the caller. */
public interface DocumentLedger {

    boolean isTaken(AxisDelivery delivery);

    /**
     * Notes that the axis delivered that. Of two that come at once the second waits for the first.
     *
     * @param document the one that came with it; null for a status
     * @return false where it was noted before
     */
    boolean noteDelivery(AxisDelivery delivery, @Nullable UUID document);

    /** Everything that the axis delivered of that document. */
    List<AxisDelivery> deliveries(UUID document);

    /** What the axis is told of another delivery of that document; its row is locked until the transaction ends. */
    AxisProgress lockProgress(UUID document);

    /**
     * Notes what the receiver of an answer of ours reports, or anybody of anything.
     *
     * @param responseTo DocumentId that it is about; null where it does not say
     */
    void noteStatus(AxisDelivery delivery, String sender, DocumentStatus status, @Nullable String responseTo);

    /** Adds a document that waits for its answer. */
    void accept(ReceivedDocument document);

    /** Adds a document that is refused as it comes. */
    void refuse(ReceivedDocument document, Refusal cause);

    /** Adds a document that a status answers as it comes. */
    void answer(ReceivedDocument document);

    /** The youngest request of that sender under that DocumentId, locked until the transaction ends; it asked something by itself. */
    Optional<SentRequest> lock(String sender, String documentId);

    /** Whether {@link #lock} finds one. */
    boolean isKnown(String sender, String documentId);

    /** Whether that document was still to be answered, and now is withdrawn. */
    boolean withdraw(UUID document);

    /** Leases documents that wait, the oldest first. */
    List<LeasedDocument> claim(int most, Instant leaseEnds);

    /** Notes who signed the document, as it was verified for this lease. */
    void signed(LeasedDocument document, DocumentSigner signer);

    /** Lets the lease end later; false where it is no longer this one: the work is to stop. */
    boolean extend(LeasedDocument document, Instant leaseEnds);

    /** Notes how far the work is; false where the lease is no longer this one: the work is to stop. */
    boolean renew(LeasedDocument document, Instant leaseEnds, Progress progress);

    /** Ends the work; false where the lease is no longer this one, and nothing may be sent. */
    boolean answered(LeasedDocument document, PartnerId partner, int people, String answerId);

    /** Ends the work likewise. */
    boolean refused(LeasedDocument document, @Nullable PartnerId partner, Refusal cause);

    /**
     * Puts the document back until then.
     *
     * @param isCounted whether the attempt counts; one that failed since the bus lacks something does not
     */
    boolean waits(LeasedDocument document, Instant next, Refusal cause, boolean isCounted);

    /** The document of that lease. */
    Optional<LeasedDocument> leased(UUID document);

    /** How many people, and of how many the results are kept. */
    record Progress(int answered, int people) {}

    /** A request that may be changed. */
    record SentRequest(UUID id, boolean isOpen, ClaimCheck content) {}
}
