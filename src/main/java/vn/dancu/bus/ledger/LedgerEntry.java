package vn.dancu.bus.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** A message that a door has in work. */
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

    /** When it was taken: the record of its answer has the same moment, so that both are of the same hour. */
    Instant takenAt();

    /**
     * Ends it; a second time changes nothing.
     *
     * @param partner who proved to be asking; null while nobody did
     */
    void end(End end, @Nullable PartnerId partner);

    /** Takes it back: it was no message about a person, as could not be known when it was taken. After its end it changes nothing. */
    void withdraw();
}
