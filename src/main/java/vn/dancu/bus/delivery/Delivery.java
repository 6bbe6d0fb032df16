package vn.dancu.bus.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One message of the outbox without its headers and content.
 *
 * @param length of the content in bytes
 * @param sha256 of the content, 64 hex digits in lower case
 * @param attempts how often sending it was begun
 * @param lastError why the last attempt failed, a code or the types of the failure, or the code of
 *     a report that came later; null when none did
 * @param receipt the signed receipt, a JWS in compact form; null when none came
 */
public record Delivery(
        UUID id,
        String channel,
        String destination,
        @Nullable PartnerId partner,
        String onceKey,
        @Nullable String orderKey,
        String contentType,
        long length,
        String sha256,
        Instant createdAt,
        @Nullable Instant expiresAt,
        int attempts,
        @Nullable String lastError,
        @Nullable String receipt,
        DeliveryState state) {}
