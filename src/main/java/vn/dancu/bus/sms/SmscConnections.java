package vn.dancu.bus.sms;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.kernel.BusException;

/** The sessions with the operators' SMSCs. */
public interface SmscConnections {

    /**
     * Binds to every operator and goes on trying where that fails, until it is closed.
     *
     * @param receiver gets each message, those of one operator in their order, in the session's thread
     * @throws IllegalStateException when there is a receiver already
     */
    Connection connect(Receiver receiver);

    /**
     * The text in the alphabet of that operator's setting, in as many parts as it allows.
     *
     * @throws SendFailure {@code smsc_unknown} when no operator of that name is set
     */
    SegmentedText segments(String operator, String text) throws SendFailure;

    /**
     * Submits the parts of a text one after another, within window and rate, and notes the operator's number of each. Parts that
     * an earlier attempt has submitted are left out.
     *
     * @param delivery by which the parts are known
     * @throws SendFailure when one of them was not taken, or nobody knows whether it was
     */
    void submit(UUID delivery, String operator, String from, PhoneNumber to, SegmentedText text, int attempt)
            throws SendFailure;

    /** What each operator's session is doing. */
    List<State> states();

    /** Takes what comes. */
    @FunctionalInterface
    interface Receiver {

        /** @param done to be called once; the operator gets its answer then */
        void received(ArrivedMessage message, Consumer<@Nullable BusException> done);
    }

    /** Ends the sessions; what is in work is answered first, for a time. */
    @FunctionalInterface
    interface Connection extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A session.
     *
     * @param bound whether it can be used
     * @param lastError why it cannot; null when it never failed
     */
    record State(String operator, boolean bound, @Nullable String lastError) {}
}
