package vn.dancu.bus.audit.inspection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as a search lists it.
 *
 * @param id the event
 * @param kind what it tells of
 * @param occurredAt when, in microseconds
 * @param partner who asked, or whom an act concerned; of a refusal before sign-in what was claimed
 * @param officer MaCanBo; of an act the account that acted
 * @param service operation
 * @param result result of an answer, code of a refusal, action of an act
 * @param person keyed hash of the person, 64 hex digits; null when the event concerns none
 */
public record Entry(
        UUID id,
        EventKind kind,
        Instant occurredAt,
        @Nullable String partner,
        @Nullable String officer,
        @Nullable String service,
        @Nullable String result,
        @Nullable String person) {

    /** Where a list goes on after this one. */
    public Place place() {
        return new Place(occurredAt, id);
    }
}
