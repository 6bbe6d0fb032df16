package vn.dancu.bus.sms;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;

/** What came from subscribers, from the moment it is durable to its end. */
public interface InboundTexts {

    /**
     * Takes a text, a part of one or a receipt. Many are written in one commit; those of one caller in the order of the calls.
     *
     * @param done called once when it is durable, with null, or with the failure when it is not: then the operator keeps it. The
     *     thread is that of the commit, which waits
     * @throws BusException {@code overloaded} when too many wait for their commit; {@code done} is not called then
     */
    void take(ArrivedMessage message, Consumer<@Nullable BusException> done);

    /**
     * Leases texts to this instance: of each sender the first that has no end, and no other until that has its own.
     *
     * @param patience how long to wait for one
     * @return empty also when no room answers texts
     */
    List<InboundText> claim(int limit, Duration patience);

    /**
     * Asks for the answer and makes it durable with the end of the text.
     *
     * @throws BusException when it cannot be said or written now
     */
    void answer(InboundText text);

    /** The work on the text broke off; it is tried again later. */
    void failed(InboundText text);

    /** What waits, as it was counted a few seconds ago. */
    Traffic traffic();

    /**
     * How many text messages of this installation wait for what.
     *
     * @param waiting texts without an end
     * @param oldestSeconds how long the first of them has waited
     * @param parts parts that wait for others
     * @param unreceipted messages that went out and whose receipt is awaited
     */
    record Traffic(long waiting, long oldestSeconds, long parts, long unreceipted) {}
}
