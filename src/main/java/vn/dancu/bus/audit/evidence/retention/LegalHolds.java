package vn.dancu.bus.audit.evidence.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PersonalId;

/**
 * Legal holds, such as for an investigation: a held month is not dropped, and its content key is not destroyed. An order to
 * keep things as they are (freeze, NĐ 333/2026/NĐ-CP Điều 8 khoản 9) is a hold that names its authority and its scope.
 */
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
     * @param freeze by whose order and what; null when it is a hold of logs and data without such an order
     */
    record Placement(
            String reason,
            String decision,
            @Nullable RecordKind kind,
            Instant since,
            Instant until,
            @Nullable String partner,
            @Nullable PersonalId person,
            @Nullable FreezeOrder freeze) {}

    /**
     * An order to keep things as they are.
     *
     * @param authority who ordered it
     * @param scope at least one
     */
    record FreezeOrder(String authority, Set<Scope> scope) {

        public FreezeOrder {
            scope = Set.copyOf(scope);
        }
    }

    /** What a freeze order covers. */
    enum Scope {
        /** Months of the trail are not dropped. */
        LOGS,
        /** Keys of personal content are not destroyed. */
        DATA,
        /** The desk changes no rights, credentials, agreement or standing, except by suspending. */
        CONFIGURATION
    }

    /** A hold; {@code releasedAt} is null as long as it is in force, {@code orderingAuthority} and {@code scope} without a freeze order. */
    record Hold(
            UUID id,
            String reason,
            String decision,
            @Nullable RecordKind kind,
            Instant since,
            Instant until,
            @Nullable String partner,
            boolean aboutPerson,
            @Nullable String orderingAuthority,
            @Nullable List<Scope> scope,
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

    /**
     * The number of the freeze order, in force, that keeps the configuration as it is; the oldest of several.
     *
     * @param partner whose configuration; null for what concerns all, which an order about one partner keeps too
     */
    Optional<String> configurationFreeze(@Nullable String partner);

    /** All, the newest first; at most 1,000. */
    List<Hold> holds();
}
