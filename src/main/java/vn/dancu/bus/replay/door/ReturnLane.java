package vn.dancu.bus.replay.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.ReplayOutcome;

/** A door whose askers wait for their answers, so that a question that was answered can be asked again there. */
public interface ReturnLane {

    /** The door, as records name it. */
    String door();

    /**
     * Puts questions of a partner to its lane, each under its original id; may be called again for the same items after a crash:
     * what was put is then not put twice.
     *
     * @return what became of each item, by its id
     */
    Map<UUID, ReplayOutcome> ask(PartnerId partner, List<Asked> questions);

    /** What became of an item that was put, where the lane itself did not report it; empty while that is open. */
    Optional<ReplayOutcome> follow(ReplayItem item);

    /**
     * A question that is asked again.
     *
     * @param content as the door gave it to be kept
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Asked(ReplayItem item, byte[] content) {

        @Override
        public String toString() {
            return "Asked[" + item.id() + "]";
        }
    }
}
