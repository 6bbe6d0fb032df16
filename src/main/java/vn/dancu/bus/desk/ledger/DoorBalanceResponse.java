package vn.dancu.bus.desk.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.ledger.Balance;

/**
 * A line of the balance; see {@link Balance}.
 *
 * @param recordedAnswers answers that the trail has; null where it is not compared
 * @param recordedRefusals refusals that the trail has; null likewise
 * @param recovered recorded answers that a killed instance could not count any more
 * @param even whether nothing is missing and nothing too many
 */
record DoorBalanceResponse(
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
        @Nullable Long recordedAnswers,
        @Nullable Long recordedRefusals,
        long recovered,
        boolean even) {

    static DoorBalanceResponse of(Balance line) {
        Balance.Recorded trail = line.recorded();
        return new DoorBalanceResponse(
                line.hour(),
                line.door(),
                line.partner(),
                line.taken(),
                line.answered(),
                line.refused(),
                line.dead(),
                line.inWork(),
                line.interrupted(),
                line.missing(),
                trail == null ? null : trail.answers(),
                trail == null ? null : trail.refusals(),
                line.recovered(),
                line.isEven());
    }
}
