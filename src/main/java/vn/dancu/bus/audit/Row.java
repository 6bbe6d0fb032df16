package vn.dancu.bus.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record in the form in which it is stored.
 *
 * @param kind {@code ANSWER} or {@code REFUSAL}
 * @param keyPeriod the period whose key sealed the person; null for the master key itself
 * @param event the CloudEvents JSON, UTF-8
 */
record Row(
        UUID id,
        String kind,
        Instant occurredAt,
        @Nullable String partner,
        @Nullable String service,
        @Nullable String officer,
        String result,
        byte @Nullable [] personHash,
        byte @Nullable [] personSealed,
        @Nullable Integer keyPeriod,
        byte[] event,
        byte @Nullable [] onceKey) {}
