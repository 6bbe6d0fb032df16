package vn.dancu.bus.audit.relay;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Where the leading relay sends events, in order. It is open only while this instance leads. */
interface EventChannel {

    /** Whether it can be opened: not before the routes of the bus run, and not after they have stopped. */
    boolean isReady();

    void open() throws RelayFailure;

    /**
     * Sends the events and returns when all are acknowledged. While the target is away it waits.
     *
     * @param wanted asked from time to time while waiting; false gives up
     */
    void send(List<JdbcRelaySession.Outgoing> events, BooleanSupplier wanted) throws RelayFailure;

    /** Drops what was not sent; it will be read again. Nothing is sent any more after it returns. */
    void close();
}
