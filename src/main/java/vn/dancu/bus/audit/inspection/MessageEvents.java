package vn.dancu.bus.audit.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;

/** What the trail knows of messages, for rooms that look after them. Who asks them is recorded by the room that does. */
public interface MessageEvents {

    /** Answers and refusals under that message id, the oldest first. */
    List<MessageEvent> ofMessage(String messageId, int limit);

    /** The answer or refusal of that id. */
    Optional<MessageEvent> find(UUID event);

    /**
     * About whom that record is, for a decision that the bus takes by itself: nobody is shown the number. Empty when it names
     * nobody, and when the key of its month was destroyed.
     */
    Optional<PersonalId> person(UUID event);

    /**
     * Answers and refusals of a partner within that time, the oldest first.
     *
     * @param from the first moment
     * @param until the first moment after it
     * @param door only those at that door; null for all
     * @param result only those with that result or code; null for all
     */
    List<MessageEvent> ofPartner(
            PartnerId partner, Instant from, Instant until, @Nullable String door, @Nullable String result, int limit);

    /**
     * How many answers and refusals the trail has of messages that came within that time to the doors at which one message is one
     * question or one call; documents are left out.
     *
     * @param from the first moment
     * @param until the first moment after it
     * @param longest how long a message may have been in work before it was recorded
     */
    List<Count> counts(Instant from, Instant until, Duration longest);

    /**
     * Records of one door and partner.
     *
     * @param partner null where nobody was named
     * @param cut refusals that say of a recorded answer that it did not leave
     */
    record Count(String door, @Nullable String partner, long answers, long refusals, long cut) {}
}
