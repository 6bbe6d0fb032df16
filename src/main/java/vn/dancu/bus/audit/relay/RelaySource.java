package vn.dancu.bus.audit.relay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the events of a topic lie in the database, and the lock by which one of all instances takes them. */
public interface RelaySource {

    /**
     * Leads from now on until the lead is closed; empty when another instance leads.
     *
     * @throws RelayFailure when the database does not say, or its position cannot be right
     */
    Optional<Lead> lead() throws RelayFailure;

    /** The events after the position. */
    interface Unsent {

        /** The next events; the same again until they are acknowledged. */
        List<Outgoing> next(int limit) throws RelayFailure;

        /** Kafka has all events that were read last. The position may be lost in a crash: events sent again carry the same ids. */
        void acknowledged() throws RelayFailure;
    }

    /** They are for the leader alone: when its session ends, it can neither read nor move the position. */
    interface Lead extends Unsent, AutoCloseable {

        /** Whether the session, and with it the lock, still exists. */
        boolean isLeading();

        /** Ends the lead, so that another instance can lead. */
        @Override
        void close();
    }

    /**
     * An event on its way to Kafka.
     *
     * @param key what keeps the order within the topic; null for none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Outgoing(Instant occurredAt, byte @Nullable [] key, byte[] event) {}
}
