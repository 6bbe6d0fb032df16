package vn.dancu.bus.document.intake;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;

/** What the bytes of a delivery turned out to be. */
sealed interface Arrival {

    /**
     * A document.
     *
     * @param sender agency code of the sender, in the newer form where it has one
     * @param contentHash SHA-256 of its files, or of all of it where it has none: the same request under another id has the same
     * @param asks whether a file of it asks something
     */
    record OfDocument(EDocument document, String sender, String contentHash, boolean asks) implements Arrival {}

    record OfStatus(DocumentStatus status) implements Arrival {}

    /** Something that cannot be read. */
    record Unreadable(Refusal refusal, @Nullable EDocument seen) implements Arrival {}

    /** An arrival with its bytes. */
    record Kept(Arrival arrival, ClaimCheck content) {}
}
