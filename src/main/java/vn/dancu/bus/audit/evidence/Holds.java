package vn.dancu.bus.audit.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PersonalId;

/** What must be kept whatever its age, such as for an investigation: its months are not dropped, its keys not destroyed. */
public interface Holds {

    /**
     * What is to be held. A month is dropped as a whole, so a hold on one partner or person holds the whole month.
     *
     * @param reason why, in words; never a citizen's data
     * @param decision number of the decision or request
     * @param kind null for every kind
     * @param since from then on
     * @param until up to then; must be later
     * @param partner whom it is about; null for all
     * @param person about whom; kept as a keyed hash only; null for all
     */
    record Placing(
            String reason,
            String decision,
            @Nullable RecordKind kind,
            Instant since,
            Instant until,
            @Nullable String partner,
            @Nullable PersonalId person) {}

    /** A hold as it stands; {@code releasedAt} is null as long as it works. */
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

    /** Holds from now on; an act. Its id is given back. */
    UUID place(Actor actor, Placing placing);

    /**
     * Asks that the hold ends; an act. Who asks again takes the place of who asked before.
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
