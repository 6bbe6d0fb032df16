package vn.dancu.bus.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;

/** The dead letters of all places in one list. */
public interface DeadLetters {

    /**
     * Dead letters, the newest first, without bodies.
     *
     * @param after only those that come after it; null for the first page
     */
    List<DeadLetter> search(DeadLetterFilter filter, @Nullable LetterCursor after, int limit);

    /**
     * One letter with its body masked.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} when it does not lie there any more
     */
    LetterContent look(String id);

    /**
     * One letter with its body in clear. The act is recorded first; when that fails, nothing is shown.
     *
     * @param reason why, in the words of whoever looks; kept with the act
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown}; {@code evidence_missing} without a reason,
     *     {@code field_invalid} when the reason holds what looks like a personal number
     */
    LetterContent unmask(Actor by, String id, String reason);
}
