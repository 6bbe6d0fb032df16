package vn.dancu.bus.document;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** Documents that were refused and whose bytes are kept for {@code dancu.document.keep-refused}. */
public interface SetAsideDocuments {

    /** The last that was refused first. */
    List<Aside> list(Condition condition, int limit);

    /** The document of that id; empty when it is not set aside. */
    Optional<Aside> find(UUID document);

    /** The size of a document in bytes, and its bytes as they came; empty when they are not kept. */
    Optional<Kept> open(UUID document);

    /**
     * Takes a document up again under the rights of today, in the transaction of the caller: it waits for its answer as if it had
     * just come, and nothing of an earlier try is kept.
     *
     * @param replay which its records name
     * @return false when it is not set aside
     */
    boolean reopen(UUID document, UUID replay);

    /**
     * What is looked for; null: any.
     *
     * @param cause code of the refusal
     * @param documentId as the sender wrote it
     * @param from the first moment of the refusal
     * @param until the first moment after the window
     * @param before only those that were refused before it, or at the same time with a smaller id
     */
    record Condition(
            @Nullable PartnerId partner,
            @Nullable String cause,
            @Nullable String documentId,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Place before) {}

    /** A document, and how many bytes it has. */
    record Aside(DocumentEntry document, long length) {}

    /** A place in the list. */
    record Place(Instant refusedAt, UUID id) {}

    /** The bytes, to be closed by whoever reads them. */
    record Kept(long length, InputStream content) {}
}
