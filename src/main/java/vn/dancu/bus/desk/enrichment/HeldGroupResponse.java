package vn.dancu.bus.desk.enrichment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.provenance.HeldGroup;
import vn.dancu.bus.enrichment.provenance.NamedValue;

/** See {@link HeldGroup}. */
record HeldGroupResponse(String group, VersionResponse held, List<VersionResponse> earlier) {

    /** See {@link HeldGroup.Version}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionResponse(
            Map<String, String> values,
            String source,
            String authority,
            String document,
            LocalDate verifiedOn,
            UUID job,
            Instant receivedAt,
            @Nullable Instant replacedAt) {

        static VersionResponse of(HeldGroup.Version version) {
            return new VersionResponse(
                    HeldGroupResponse.values(version.values()),
                    version.source(),
                    version.authority(),
                    version.document(),
                    version.verifiedOn(),
                    version.job(),
                    version.receivedAt(),
                    version.replacedAt());
        }

        /** The values stay out of logs. */
        @Override
        public String toString() {
            return "VersionResponse[" + source + "]";
        }
    }

    static HeldGroupResponse of(HeldGroup group) {
        return new HeldGroupResponse(
                group.element(),
                VersionResponse.of(group.held()),
                group.earlier().stream().map(VersionResponse::of).toList());
    }

    static Map<String, String> values(List<NamedValue> values) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach(value -> named.put(value.name(), value.value()));
        return named;
    }
}
