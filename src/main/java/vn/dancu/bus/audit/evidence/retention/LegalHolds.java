package vn.dancu.bus.audit.evidence.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PersonalId;

/** Legal holds, such as for an investigation: a held month is not dropped, and its content key is not destroyed. */
public interface LegalHolds {

    /**
     * What to hold. A month is dropped as a whole, so a hold on one partner or person holds the whole month.
     *
     * @param reason why, in words; never a citizen's data
     * @param decision number of the decision or request
     * @param kind null for every kind
     * @param since from then on
     * @param until up to then; must be later
     * @param partner whom it is about; null for all
     * @param person about whom; kept as a keyed hash only; null for all
     */
    record Placement(
            String reason,
            String decision,
            @Nullable RecordKind kind,
            Instant since,
            Instant until,
            @Nullable String partner,
            @Nullable PersonalId person) {}

    /** A hold; {@code releasedAt} is null as long as it is in force. */
    record Hold(
            UUID id,
            String reason,
            String decision,
            @Nullable RecordKind kind,
            Instant since,
            Instant until,
            @Nullable String partner,
            boolean aboutPerson,
            String placedBy,
            Instant placedAt,
            @Nullable String releaseAskedBy,
            @Nullable Instant releaseAskedAt,
            @Nullable String releasedBy,
            @Nullable Instant releasedAt) {}

    /** Places a hold, which is in force from now on, and returns its id; an act. */
    UUID place(Actor actor, Placement placement);

    /**
     * Asks for the end of the hold; an act. A second request replaces the first one.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown}, or {@code move_not_allowed} when it has ended
     */
    void askRelease(Actor actor, UUID id, String reason);

    /**
     * Ends the hold; an act.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown}, {@code move_not_allowed} when nobody has asked
     *     or it has ended, {@code second_person_required} for the one who asked
     */
    void release(Actor actor, UUID id);

    /** All, the newest first; at most 1,000. */
    List<Hold> holds();
}
