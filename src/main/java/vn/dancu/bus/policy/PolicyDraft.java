package vn.dancu.bus.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft of the next version.
 *
 * @param id from 1
 * @param base the version that it changes; it can be published only while that is the newest
 * @param origin the old version that it brings back; null for any other draft
 * @param note why, in the words of the author
 * @param authors accounts that wrote in it; none of them can publish it
 * @param openedAt when it was opened
 * @param closedAt when it was published or discarded; null while it is open
 * @param publishedAs the version it became; null while it has not
 * @param partners ids of the partners whose rights it changes, in their order
 */
public record PolicyDraft(
        long id,
        long base,
        @Nullable Long origin,
        String note,
        List<String> authors,
        State state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Long publishedAs,
        List<String> partners) {

    /** The state of a draft. */
    public enum State {
        OPEN,
        PUBLISHED,
        DISCARDED
    }
}
