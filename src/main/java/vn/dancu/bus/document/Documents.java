package vn.dancu.bus.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of documents that were received. */
public interface Documents {

    Optional<DocumentEntry> find(UUID id);

    /** Those of that sender under that DocumentId, a request and what changed it, in the order in which they came. */
    List<DocumentEntry> find(String sender, String documentId);

    /** Those under that DocumentId, whoever sent them, or answered with it; the youngest first, at most 100. */
    List<DocumentEntry> ofMessage(String documentId);

    /**
     * The youngest first.
     *
     * @param state code of a state; null for every one
     * @param before only those older than that one; null to begin with the youngest
     */
    List<DocumentEntry> list(@Nullable String state, @Nullable UUID before, int limit);

    /** The balance of every account that ever received. */
    List<DocumentBalance> balance();
}
