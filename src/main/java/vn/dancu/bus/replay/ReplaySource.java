package vn.dancu.bus.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Refusal;

/** A place where dead letters lie. */
public interface ReplaySource {

    /** The beginning of the ids of its letters, before the first dot. */
    String name();

    /** Its letters, the newest first. */
    List<DeadLetter> list(DeadLetterFilter filter, @Nullable LetterCursor after, int limit);

    /** The letter of that id; empty when it does not lie there. */
    Optional<DeadLetter> find(String id);

    /** Its body; empty when there is none any more. */
    Optional<LetterBody> body(String id);

    /** Why the letter cannot be asked or sent again as things stand now; changes nothing. */
    Optional<Refusal> objection(DeadLetter letter);

    /**
     * Asks or sends letters again, except those to which there is an objection by now. May be called again for the same items after a crash: what was done is then not done twice.
     *
     * @return what became of each item, by its id
     */
    Map<UUID, ReplayOutcome> release(UUID replay, List<ReplayItem> items);

    /** What became of an item that was sent, where the place itself knows; empty while that is open. */
    Optional<ReplayOutcome> follow(ReplayItem item);
}
