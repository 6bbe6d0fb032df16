package vn.dancu.bus.gateway.jms;

import java.util.Optional;
import java.util.UUID;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.replay.ReplayOutcome;
import vn.dancu.bus.replay.door.ReplayNotes;

/** No message comes from a replay. */
final class UnmarkedMessages implements ReplayNotes {

    @Override
    public Optional<Mark> find(UUID item, PartnerId partner) {
        return Optional.empty();
    }

    @Override
    public void note(UUID item, ReplayOutcome outcome) {
        throw new IllegalStateException("No message of this test is replayed");
    }
}
