package vn.dancu.bus.partner.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** The notices to partners. */
public interface Notices {

    /**
     * Writes a notice in the transaction of the caller; it is sent soon after the commit, again and again until it is, by
     * whichever instance comes first.
     *
     * @param once names the matter: of two notices with the same name only the first is written
     * @param dueBy until when it must have been sent
     * @param values what the texts of the kind name in braces
     * @return whether it was written, and not before
     */
    boolean write(PartnerId partner, NoticeKind kind, String once, Instant dueBy, Map<String, String> values);

    /**
     * Takes notices that people were not told of yet, the oldest first, in the transaction of the caller; none is given
     * twice. Those of more than a week ago are left out.
     */
    List<Notice> takeUntold(int limit);

    /**
     * A partner's notices, the newest first.
     *
     * @param after only those that come after that one in the list; null for the first
     */
    List<Notice> of(PartnerId partner, @Nullable UUID after, int limit);
}
