package vn.dancu.bus.sms;

import java.util.List;
import java.util.UUID;

/** Takes texts that answer nothing, such as a notice that a number was locked. Answers go by {@link TextAnswerer}. */
public interface OutboundTexts {

    /** The channel of the outbox by which texts go. */
    String CHANNEL = "sms";

    /** Sealed headers of such a message: the subscriber's number, and the number of ours. */
    String TO_HEADER = "DanCuSmsTo";

    String FROM_HEADER = "DanCuSmsFrom";

    /**
     * Puts the text into the outbox, in the transaction of the caller; texts to one number go one after another.
     *
     * @return its delivery's id
     * @throws IllegalStateException when the caller has no transaction
     * @throws IllegalArgumentException when no operator of that name is set
     */
    UUID put(OutboundText text);

    /** The same for several, in their order. */
    default List<UUID> putAll(List<OutboundText> texts) {
        return texts.stream().map(this::put).toList();
    }
}
