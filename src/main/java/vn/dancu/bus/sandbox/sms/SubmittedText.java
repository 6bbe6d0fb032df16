package vn.dancu.bus.sandbox.sms;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator took for a subscriber, as it was on the wire.
 *
 * @param operator its system id
 * @param messageId that was given to it
 * @param from the short number
 * @param to the subscriber, as the sender wrote the number
 * @param content short_message, or the payload in its place, with the user data header if there is one
 * @param segment of SAR parameters, null without
 * @param reference parameter user_message_reference, which the receipt repeats; null without
 */
public record SubmittedText(
        String operator,
        String messageId,
        String from,
        String to,
        int esmClass,
        int dataCoding,
        byte[] content,
        @Nullable Segment segment,
        @Nullable Short reference,
        Instant at) {

    /** One part of a message that is longer than a part can be. */
    public record Segment(int reference, int total, int number) {}

    /** Where the parts of one message meet; a map's key. */
    public Map.Entry<String, Integer> together(Segment part) {
        return Map.entry(operator + ' ' + from + ' ' + to, part.reference());
    }
}
