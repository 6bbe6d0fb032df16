package vn.dancu.bus.replay;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;

/** Asks or sends messages again, each under its original id. */
public interface Replays {

    /**
     * The dry run: what a replay would do. It changes nothing and takes no quota.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code limit_reached} for more than {@code dancu.replay.max-letters} messages
     */
    ReplayPlan preview(ReplayScope scope);

    /**
     * Begins a replay; of more than {@code dancu.replay.four-eyes-above} messages another person must confirm it first. What
     * it takes up is fixed by this call. An act.
     *
     * @param reason why, in the words of whoever asks for it
     * @throws vn.dancu.bus.kernel.BusException as at {@link #preview}; {@code evidence_missing} without a reason,
     *     {@code field_invalid} when it holds what looks like a personal number; {@code resource_unknown} when there is nothing
     *     to replay
     */
    Replay start(Actor by, ReplayScope scope, String reason);

    /**
     * Confirms a replay; an act.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown}; {@code second_person_required} for whoever proposed
     *     it; {@code move_not_allowed} when it does not wait for a second person
     */
    Replay confirm(Actor by, UUID id);

    /** Rejects a replay that waits for a second person, which whoever proposed it may too; an act. Refused as {@link #confirm}. */
    Replay reject(Actor by, UUID id, String reason);

    Optional<Replay> find(UUID id);

    /** The newest first; those after that one, null for the first page. */
    List<Replay> list(@Nullable UUID after, int limit);

    /** The messages of a replay in its order, those after that number. */
    List<ReplayItem> items(UUID id, int after, int limit);
}
