package vn.dancu.bus.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One document as the register of documents has it; nothing of its text.
 *
 * @param id our own
 * @param account the axis account that it came on
 * @param axisDocId the axis' number of its first delivery
 * @param sender agency code, as the axis gave it
 * @param partner who the sender is; null where that is not known, or not yet
 * @param documentId as the sender wrote it; null where it could not be read
 * @param receivedAt when it was durable
 * @param signer whose signature was verified; null where it has none, and before it is worked on
 */
public record DocumentEntry(
        UUID id,
        String account,
        String axisDocId,
        String sender,
        @Nullable PartnerId partner,
        @Nullable String documentId,
        Instant receivedAt,
        @Nullable DocumentSigner signer,
        DocumentState state) {}
