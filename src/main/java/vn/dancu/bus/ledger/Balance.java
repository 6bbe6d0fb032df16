package vn.dancu.bus.ledger;

import java.time.Instant;

/**
 * What became of the messages that a door took of a partner within an hour.
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
        long missing) {

    /** Taken and neither ended nor in work, as far as it is not missing already; other than 0 when a count itself is wrong. */
    public long difference() {
        return taken - answered - refused - dead - inWork - interrupted - missing;
    }

    public boolean isEven() {
        return difference() == 0 && missing == 0;
    }
}
