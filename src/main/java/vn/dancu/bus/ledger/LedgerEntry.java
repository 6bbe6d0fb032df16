package vn.dancu.bus.ledger;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** A message that a door has in work. */
@FunctionalInterface
public interface LedgerEntry {

    /** How an entry ends. */
    enum End {
        ANSWERED,
        REFUSED,
        /** It was moved to the dead letters. */
        DEAD,
        /** It lies where it was taken from, and is taken again. */
        RETURNED
    }

    /**
     * Ends it; a second time changes nothing.
     *
     * @param partner who proved to be asking; null while nobody did
     */
    void end(End end, @Nullable PartnerId partner);
}
