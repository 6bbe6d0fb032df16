package vn.dancu.bus.audit.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Seals the personal content of records. */
public interface ContentSeal {

    /** Seals content of a record that occurred at that moment. */
    Sealed seal(Instant occurredAt, byte[] clear);

    /**
     * Sealed content.
     *
     * @param keyPeriod the period whose key sealed it, such as 202611; null for the master key itself
     */
    record Sealed(@Nullable Integer keyPeriod, byte[] content) {}
}
