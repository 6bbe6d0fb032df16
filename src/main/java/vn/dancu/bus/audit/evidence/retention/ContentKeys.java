package vn.dancu.bus.audit.evidence.retention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;

/** The keys of personal content, one a month. Destroying a key deletes the content of its month, in archives too. */
public interface ContentKeys {

    /** A key's state, never the key. {@code number} is year and month in UTC, such as 202611. */
    record Period(
            int number,
            Instant since,
            Instant until,
            @Nullable String destroyAskedBy,
            @Nullable Instant destroyAskedAt,
            @Nullable String destroyedBy,
            @Nullable Instant destroyedAt) {}

    /** All, the oldest first. */
    List<Period> periods();

    /**
     * Asks that the key be destroyed; an act.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown}; {@code move_not_allowed} when the month is not
     *     over or the key is gone; {@code under_legal_hold}
     */
    void askDestruction(Actor actor, int number, String reason);

    /**
     * Destroys the key for ever; an act.
     *
     * @throws vn.dancu.bus.kernel.BusException as {@link #askDestruction}; {@code move_not_allowed} also when nobody has
     *     asked; {@code second_person_required} for the one who asked
     */
    void destroy(Actor actor, int number);
}
