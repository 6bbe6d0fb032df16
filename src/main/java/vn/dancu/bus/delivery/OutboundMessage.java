package vn.dancu.bus.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A message that is to leave the bus.
 *
 * @param channel what kind of destination, such as {@code axis}: the route {@code from: delivery:<channel>} sends it
 * @param destination who gets it, such as an account or a partner's id: 1 to 100 of {@code [A-Za-z0-9._-]}. Each has a
 *     sender of its own, so one that is away slows nobody else
 * @param partner whose suspension holds the message until it ends; null when it goes whatever becomes of a partner
 * @param onceKey names the message within its channel, 1 to 200 characters: the second one with the same name is the first
 * @param orderKey messages of a destination with the same key go one after another, in the order in which they were put;
 *     null when the order does not matter
 * @param headers headers of the exchange that sends it, sealed at rest like the content
 * @param contentType media type of the content, at most 200 characters
 * @param content the body
 * @param expiresAt when it is of no use any more, held or not; null for never
 */
public record OutboundMessage(
        String channel,
        String destination,
        @Nullable PartnerId partner,
        String onceKey,
        @Nullable String orderKey,
        Map<String, String> headers,
        String contentType,
        MessageContent content,
        @Nullable Instant expiresAt) {

    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern DESTINATION = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int MAX_KEY_LENGTH = 200;

    public OutboundMessage {
        require(isChannel(channel), "A channel is 2 to 40 of [a-z0-9-], first a letter");
        require(DESTINATION.matcher(destination).matches(), "A destination is 1 to 100 of [A-Za-z0-9._-]");
        require(!onceKey.isEmpty() && onceKey.length() <= MAX_KEY_LENGTH, "A once-key has 1 to 200 characters");
        require(orderKey == null || orderKey.length() <= MAX_KEY_LENGTH, "An order key has at most 200 characters");
        require(contentType.length() <= MAX_KEY_LENGTH, "A content type has at most 200 characters");
        headers = Map.copyOf(headers);
    }

    /** Whether the text has the form of a channel's name. */
    public static boolean isChannel(String text) {
        return CHANNEL.matcher(text).matches();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Without headers and content. */
    @Override
    public String toString() {
        return "OutboundMessage[" + channel + " to " + destination + "]";
    }
}
