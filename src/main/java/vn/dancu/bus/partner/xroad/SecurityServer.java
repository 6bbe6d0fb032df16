package vn.dancu.bus.partner.xroad;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A security server that may hand questions to the bus, by one certificate; a renewed one is registered beside it.
 *
 * @param name as operators call it, such as {@code VN:GOV:G01:ss1}
 * @param thumbprint lower-case hex SHA-256 of the certificate
 * @param revokedAt null while its word is taken
 */
public record SecurityServer(
        UUID id,
        String name,
        String thumbprint,
        String subject,
        Instant validFrom,
        Instant validUntil,
        Instant registeredAt,
        String registeredBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedReason) {}
