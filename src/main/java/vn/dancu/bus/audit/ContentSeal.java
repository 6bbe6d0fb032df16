package vn.dancu.bus.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Seals what a record keeps of a person. */
interface ContentSeal {

    /** The content for a record of that moment, with the period whose key sealed it; null for the master key itself. */
    Sealed seal(Instant occurredAt, byte[] clear);

    record Sealed(@Nullable Integer keyPeriod, byte[] content) {}
}
