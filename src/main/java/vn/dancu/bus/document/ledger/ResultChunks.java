package vn.dancu.bus.document.ledger;

import java.util.List;
import java.util.UUID;
import vn.dancu.bus.delivery.ClaimCheck;

/** Results of parts of long lists, kept until the answer is made. Methods that change something run in the caller's transaction. */
public interface ResultChunks {

    /** Those of one document by file and place. */
    List<Chunk> all(UUID document);

    void add(UUID document, Chunk chunk);

    /** Lets go of all of them. */
    void drop(UUID document);

    /**
     * One part.
     *
     * @param file place of its file among those that ask, from 0
     * @param first number of its first question
     * @param people how many questions it has
     */
    record Chunk(int file, int first, int people, ClaimCheck content) {}
}
