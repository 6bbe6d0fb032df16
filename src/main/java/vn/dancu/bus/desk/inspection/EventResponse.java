package vn.dancu.bus.desk.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.TrailEvent;

/** One event of a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventResponse(
        UUID id,
        String kind,
        Instant occurredAt,
        @Nullable String partner,
        @Nullable String officer,
        @Nullable String service,
        @Nullable String result,
        @Nullable String person) {

    static EventResponse of(TrailEvent entry) {
        return new EventResponse(
                entry.id(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.occurredAt(),
                entry.partner(),
                entry.officer(),
                entry.service(),
                entry.result(),
                entry.person());
    }
}
