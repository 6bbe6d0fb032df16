package vn.dancu.bus.sms;

import java.util.UUID;

/** Takes texts that answer nothing, such as a notice that a number was locked. Answers go by {@link TextAnswerer}. */
public interface OutboundTexts {

    /**
     * Puts the text into the outbox, in the transaction of the caller; texts to one number go one after another.
     *
     * @return its delivery's id
     * @throws IllegalStateException when the caller has no transaction
     * @throws IllegalArgumentException when no operator of that name is set
     */
    UUID put(OutboundText text);
}
