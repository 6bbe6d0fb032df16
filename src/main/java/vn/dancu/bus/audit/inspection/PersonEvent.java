package vn.dancu.bus.audit.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;

/**
 * An event as its person may read it, without the person.
 *
 * @param id the event
 * @param kind {@code ANSWER}, {@code REFUSAL} or {@code ACT}
 * @param partner who asked, or whom an act concerned
 * @param actor MaCanBo of a question, the account of an act
 * @param roles of whoever acted; empty for a question
 * @param door of a question; null for an act
 * @param path template of the path of a question, at the HTTP doors
 * @param messageId MaYeuCau, or the id that the door gave; null for an act
 * @param service operation of a question
 * @param purpose of a question
 * @param result result of an answer, code of a refusal, action of an act
 * @param released names of fields that left
 */
public record PersonEvent(
        UUID id,
        RecordKind kind,
        Instant occurredAt,
        @Nullable String partner,
        @Nullable String actor,
        List<String> roles,
        @Nullable String door,
        @Nullable String path,
        @Nullable String messageId,
        @Nullable String service,
        @Nullable String purpose,
        String result,
        Set<String> released) {

    /** Where a parent, or who represents the person, asks for the person: such a question is not the person's own. */
    static final String RELATED_PATH = "/api/v1/me/related-persons/";

    public PersonEvent {
        roles = List.copyOf(roles);
        released = Set.copyOf(released);
    }

    /** Whether a parent, or who represents the person, asked or looked at the citizens' door. */
    public boolean isByRelative() {
        return path != null && path.startsWith(RELATED_PATH)
                || kind == RecordKind.ACT
                        && Actor.REPRESENTATIVE.name().equals(actor)
                        && roles.contains(Role.CITIZEN.code());
    }

    /** Where the list continues after this event. */
    public EventCursor cursor() {
        return new EventCursor(occurredAt, id);
    }
}
