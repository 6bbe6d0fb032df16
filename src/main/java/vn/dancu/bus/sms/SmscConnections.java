package vn.dancu.bus.sms;

import java.time.Instant;
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
     * an earlier attempt has submitted are left out. One whose submission was not answered goes again only when no receipt of
     * it came within {@code dancu.sms.resend-after}.
     *
     * @throws SendFailure when one of them was not taken, or nobody knows whether it was
     */
    void submit(TextToSubmit text) throws SendFailure;

    /** What each operator's session is doing. */
    List<State> states();

    /**
     * A text, ready to go.
     *
     * @param delivery by which its parts are known
     * @param attempt 1 for the first
     * @param isInterrupted whether nobody knows what the attempt before did
     */
    record TextToSubmit(
            UUID delivery,
            String operator,
            String from,
            PhoneNumber to,
            SegmentedText parts,
            int attempt,
            boolean isInterrupted) {

        @Override
        public String toString() {
            return "TextToSubmit[" + delivery + "]";
        }
    }

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
     * A session of this instance.
     *
     * @param bound whether it can be used
     * @param since when it was bound or lost, or the first bind began; null while nothing receives
     * @param lastError why it cannot; null when it never failed
     */
    record State(String operator, boolean bound, @Nullable Instant since, @Nullable String lastError) {}
}
