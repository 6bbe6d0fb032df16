package vn.dancu.bus.audit;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.dancu.bus.kernel.PartnerId;

/** Questions that lie sealed beside the record of their answer or refusal, so that they can be asked again for some days. */
public interface KeptQuestions {

    /** Those of the events that have a question which can be opened; the key is the event. */
    Map<UUID, Kept> find(Collection<UUID> events);

    /**
     * The question of that event as its door gave it; empty when it is gone, when the key of its month was destroyed, and when it is
     * another partner's.
     */
    Optional<byte[]> open(PartnerId partner, UUID event);

    /**
     * Drops questions that are older, by whole days, except those under a legal hold, and makes room for those of the next days.
     *
     * @param age how long a question is kept; zero drops all
     */
    void dropOlderThan(Duration age);

    /**
     * A question, without its content.
     *
     * @param messageId the id that the door gave; two records with the same one are of one message
     */
    record Kept(UUID event, String door, String messageId) {}
}
