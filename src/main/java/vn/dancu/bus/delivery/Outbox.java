package vn.dancu.bus.delivery;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.kernel.BusException;

/** Takes messages that are to leave the bus. */
public interface Outbox {

    /**
     * Puts the message into the transaction of the caller; it is sent soon after the commit, by whichever instance comes
     * first, at least once. The same channel and {@code onceKey} again return the first id and change nothing.
     *
     * @return the id, the same at every attempt and on every receipt
     * @throws IllegalStateException when the caller has no transaction
     * @throws BusException {@code message_too_large} when bytes are more than {@code dancu.delivery.max-inline}: they go as
     *     a claim check
     */
    UUID put(OutboundMessage message);

    /** The same for several, in their order. */
    default List<UUID> putAll(List<OutboundMessage> messages) {
        return messages.stream().map(this::put).toList();
    }

    /**
     * Takes back a message that has not gone out, in the transaction of the caller.
     *
     * @return false when it has been sent, is being sent, or has ended otherwise
     */
    boolean recall(UUID id);

    /** Messages that wait for their next attempt have it now, in the transaction of the caller; of others nothing changes. */
    void hasten(Collection<UUID> ids);
}
