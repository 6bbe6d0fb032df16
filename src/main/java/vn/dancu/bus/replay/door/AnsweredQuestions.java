package vn.dancu.bus.replay.door;

import java.util.Optional;
import java.util.UUID;
import vn.dancu.bus.kernel.PartnerId;

/** Questions that were answered and are kept, for the door to ask one again whose answer was not taken. */
@FunctionalInterface
public interface AnsweredQuestions {

    /** As the door gave it to be kept; empty when it is gone, or another partner's. */
    Optional<byte[]> find(PartnerId partner, UUID event);
}
