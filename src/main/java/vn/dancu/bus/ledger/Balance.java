package vn.dancu.bus.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the messages that a door took of a partner within an hour, and what the trail has of the same messages.
 *
 * @param hour its first moment
 * @param partner {@code -} for messages of which nobody proved to be the sender
 * @param taken without those that went back to where they came from
 * @param answered with an answer whose record is durable
 * @param refused with a refusal
 * @param dead moved to the dead letters
 * @param inWork not ended
 * @param interrupted in work when their instance was killed: a caller has lost its connection, a queue delivers again
 * @param missing taken and never ended: lost
 * @param recorded what the trail has; null while the hour is not over, and at a door that is not compared
 */
public record Balance(
        Instant hour,
        String door,
        String partner,
        long taken,
        long answered,
        long refused,
        long dead,
        long inWork,
        long interrupted,
        long missing,
        @Nullable Recorded recorded) {

    /** A call of this door asks several questions, and each has a record. */
    private static final String SEVERAL_RECORDS = "adapter";

    /**
     * What the trail has recorded, and what may explain that it differs.
     *
     * @param answers answers
     * @param refusals refusals; of an asker that is not proved they may stand at the partner that it claimed to be
     * @param cut refusals that say of a recorded answer that it did not leave
     * @param returned messages that went back to their queue after a failure: the first answer may be recorded
     * @param isKilled whether an instance was killed while it may have held messages of the hour
     */
    public record Recorded(long answers, long refusals, long cut, long returned, boolean isKilled) {}

    /** Taken and neither ended nor in work, as far as it is not missing already; other than 0 when a count itself is wrong. */
    public long difference() {
        return taken - answered - refused - dead - inWork - interrupted - missing;
    }

    /** Answers that left without a record. */
    public long unrecorded() {
        return recorded == null ? 0 : Math.max(0, answered - recorded.answers());
    }

    /** Recorded answers that no count has and that nothing explains. */
    public long uncounted() {
        return recorded == null || recorded.isKilled() ? 0 : surplus(recorded);
    }

    /** Recorded answers that a killed instance could not count any more: the trail makes up for its last moment. */
    public long recovered() {
        return recorded == null || !recorded.isKilled() ? 0 : surplus(recorded);
    }

    private long surplus(Recorded trail) {
        if (door.equals(SEVERAL_RECORDS)) {
            return 0;
        }
        long refusedInstead = Math.max(0, refused - trail.refusals());
        long explained = trail.cut() + dead + interrupted + trail.returned() + refusedInstead;
        return Math.max(0, trail.answers() - answered - explained);
    }

    public boolean isEven() {
        return difference() == 0 && missing == 0 && unrecorded() == 0 && uncounted() == 0;
    }
}
