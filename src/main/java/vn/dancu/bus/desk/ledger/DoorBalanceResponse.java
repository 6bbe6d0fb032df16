package vn.dancu.bus.desk.ledger;

import java.time.Instant;
import vn.dancu.bus.ledger.Balance;

/**
 * A line of the balance; see {@link Balance}.
 *
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
        boolean even) {

    static DoorBalanceResponse of(Balance line) {
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
                line.isEven());
    }
}
