package vn.dancu.bus.audit.inspection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;

/**
 * One event as a search lists it.
 *
 * @param id the event
 * @param kind what the event is about
 * @param occurredAt when, to the microsecond
 * @param partner who asked, or whom an act concerned; for a refusal before sign-in the claimed id
 * @param officer MaCanBo; for an act the account that acted
 * @param service operation
 * @param result result of an answer, code of a refusal, action of an act
 * @param person keyed hash of the person, 64 hex digits; null when the event concerns none
 */
public record TrailEvent(
        UUID id,
        RecordKind kind,
        Instant occurredAt,
        @Nullable String partner,
        @Nullable String officer,
        @Nullable String service,
        @Nullable String result,
        @Nullable String person) {

    /** Where the list continues after this event. */
    public EventCursor cursor() {
        return new EventCursor(occurredAt, id);
    }
}
