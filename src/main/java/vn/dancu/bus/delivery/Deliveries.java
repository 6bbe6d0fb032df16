package vn.dancu.bus.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.PartnerId;

/** The messages of the outbox for those who look after them. */
public interface Deliveries {

    /** The message of that id; empty when there is none, or it ended longer ago than {@code dancu.delivery.keep}. */
    Optional<Delivery> find(UUID id);

    /**
     * Messages, the newest first.
     *
     * @param after only those that come after that one in the list; null for the first
     */
    List<Delivery> list(Filter filter, @Nullable UUID after, int limit);

    /**
     * The messages of a piece of work, which put them under once-keys that begin with its id and a slash; the oldest first.
     *
     * @param work such as the id of a document
     */
    List<Delivery> ofWork(String work, int limit);

    /**
     * The messages of a channel that have not been delivered: on their way, or dead.
     *
     * @return the state of each by its once-key
     */
    Map<String, DeliveryState.Name> unfinished(String channel);

    /**
     * Puts a dead letter back; it waits as if it had just been put. Recorded as an act.
     *
     * @throws BusException {@code resource_unknown}; {@code move_not_allowed} for one that is not dead
     */
    void putBack(Actor by, UUID id, String reason);

    /**
     * Notes on a message that was delivered that its receiver reported a failure later; the message stays delivered. In the
     * transaction of the caller.
     *
     * @param code becomes its last error
     * @return false when it has not been delivered, or has such a note
     */
    boolean markReturned(UUID id, String code);

    /** What waits in a channel, one for each destination that has something. */
    List<Backlog> backlogs(String channel);

    /** One for each channel that ever had a message. */
    List<Balance> balances();

    /** What is looked for; null: any. */
    record Filter(@Nullable String channel, DeliveryState.@Nullable Name state, @Nullable PartnerId partner) {}

    /**
     * What a destination has not got yet.
     *
     * @param oldest when the first of the messages was put
     * @param lastError why its last attempt failed; null when none did
     */
    record Backlog(String destination, long messages, Instant oldest, @Nullable String lastError) {}

    /**
     * Where the messages of a channel are; {@code put = delivered + dead + expired + recalled + inWork}.
     *
     * @param put all that were ever put, those included that ended longer ago than they are kept
     * @param inWork waiting, held, being sent, or awaiting a receipt
     */
    record Balance(String channel, long put, long delivered, long dead, long expired, long recalled, long inWork) {}
}
