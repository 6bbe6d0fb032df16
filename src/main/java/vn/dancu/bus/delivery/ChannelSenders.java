package vn.dancu.bus.delivery;

/** Connects the senders of channels. Messages of a channel without a sender wait. */
public interface ChannelSenders {

    /**
     * Sends what the channel has and gets from now on.
     *
     * @return ends it; returns when no attempt is running any more
     * @throws IllegalStateException when the channel has a sender already
     */
    Connection connect(String channel, MessageSender sender);

    /** A sender at its channel. */
    @FunctionalInterface
    interface Connection extends AutoCloseable {
        @Override
        void close();
    }
}
