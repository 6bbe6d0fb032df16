package vn.dancu.bus.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** The balance of all instances and rooms. */
public interface Balances {

    /**
     * By hour, door and partner, the oldest hour first.
     *
     * @param from the first moment
     * @param until the first moment after it
     * @param door null for all
     * @param partner null for all
     */
    List<Balance> between(Instant from, Instant until, @Nullable String door, @Nullable PartnerId partner);

    /** Instances that were killed and may have held messages of that time, the first that was killed first. */
    List<KilledInstance> killed(Instant from, Instant until);
}
