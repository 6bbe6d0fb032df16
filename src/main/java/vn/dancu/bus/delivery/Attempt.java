package vn.dancu.bus.delivery;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One attempt to send a message.
 *
 * @param number 1 for the first attempt
 * @param content the body; {@link ClaimChecks#open} reads one that lies in a file
 */
public record Attempt(
        UUID id,
        String channel,
        String destination,
        @Nullable PartnerId partner,
        @Nullable String orderKey,
        Map<String, String> headers,
        String contentType,
        String sha256,
        long length,
        int number,
        MessageContent content) {

    /** Without headers and content. */
    @Override
    public String toString() {
        return "Attempt[" + id + " " + number + "]";
    }
}
