package vn.dancu.bus.delivery;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One attempt to send a message.
 *
 * @param number 1 for the first attempt
 * @param lastError why the attempt before failed, {@link #INTERRUPTED} where nobody knows what it did; null when none did
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
        @Nullable String lastError,
        MessageContent content) {

    /** The instance that sent the message ended, or lost the database, before it could note what came of it. */
    public static final String INTERRUPTED = "attempt_interrupted";

    /** Without headers and content. */
    @Override
    public String toString() {
        return "Attempt[" + id + " " + number + "]";
    }
}
