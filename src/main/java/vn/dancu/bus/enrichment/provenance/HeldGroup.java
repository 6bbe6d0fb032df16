package vn.dancu.bus.enrichment.provenance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of fields that the register holds of somebody.
 *
 * @param element its path in the citizen message
 * @param held what is in force
 * @param earlier what that replaced, the youngest first
 */
public record HeldGroup(String element, Version held, List<Version> earlier) {

    public HeldGroup {
        earlier = List.copyOf(earlier);
    }

    /**
     * Values with where they come from.
     *
     * @param source code of the source
     * @param authority the partner that delivered
     * @param document with which it sent them
     * @param job by which they were merged
     * @param receivedAt when the file came
     * @param replacedAt null for what is in force
     */
    public record Version(
            List<NamedValue> values,
            String source,
            String authority,
            String document,
            LocalDate verifiedOn,
            UUID job,
            Instant receivedAt,
            @Nullable Instant replacedAt) {

        public Version {
            values = List.copyOf(values);
        }
    }
}
