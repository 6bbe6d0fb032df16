package vn.dancu.bus.replay.door;

import java.util.Optional;
import java.util.UUID;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.replay.ReplayOutcome;

/** How a door reports what became of a message that a replay put back to it. */
public interface ReplayNotes {

    /** What a replayed message is: an item of a replay. */
    record Mark(UUID item, UUID replay) {}

    /** The replay that the message is of; empty for a mark that the bus did not make, or of another partner. */
    Optional<Mark> find(UUID item, PartnerId partner);

    /** Notes the end of an item; the last of several counts, since after a crash a message may be asked again. */
    void note(UUID item, ReplayOutcome outcome);
}
