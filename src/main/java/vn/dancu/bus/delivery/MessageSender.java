package vn.dancu.bus.delivery;

import org.jspecify.annotations.Nullable;

/** Sends the messages of one channel, each in the thread of the caller; several threads call it at once. */
@FunctionalInterface
public interface MessageSender {

    /**
     * Returns when the destination has taken the message.
     *
     * @return the destination's receipt, a JWS in compact form; null when it gave none with its answer
     * @throws SendFailure when it has not, or nobody knows whether it has
     */
    @Nullable
    String send(Attempt attempt) throws SendFailure;
}
