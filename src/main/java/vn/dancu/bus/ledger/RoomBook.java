package vn.dancu.bus.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** The book that another room keeps by itself of what it takes; its lines stand in the same balance. */
public interface RoomBook {

    /** The door of its lines. */
    String door();

    /** Its lines as {@link Balances#between} has them, in any order; none of them is compared with the trail. */
    List<Balance> between(Instant from, Instant until, @Nullable PartnerId partner);
}
