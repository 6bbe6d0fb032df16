package vn.dancu.bus.desk.hub;

import java.time.Instant;
import vn.dancu.bus.hub.MappingVersion;

/** A version of a mapping; what its members mean says {@link MappingVersion}. */
record MappingVersionResponse(
        String partner, long version, Instant changedAt, String changedBy, String reason, int entries) {

    static MappingVersionResponse of(MappingVersion version) {
        return new MappingVersionResponse(
                version.partner().value(),
                version.number(),
                version.changedAt(),
                version.changedBy(),
                version.reason(),
                version.entries());
    }
}
