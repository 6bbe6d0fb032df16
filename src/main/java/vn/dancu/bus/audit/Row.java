package vn.dancu.bus.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record in the form in which it is stored.
 *
 * @param event the CloudEvents JSON, UTF-8
 */
record Row(
        UUID id,
        Instant occurredAt,
        @Nullable String partner,
        @Nullable String service,
        byte @Nullable [] personHash,
        byte @Nullable [] personSealed,
        byte[] event,
        byte @Nullable [] onceKey) {}
