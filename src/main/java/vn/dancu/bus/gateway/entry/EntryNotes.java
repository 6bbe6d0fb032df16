package vn.dancu.bus.gateway.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import vn.dancu.bus.kernel.PartnerId;

/** What the ledger and the doors say to each other of a request. */
public final class EntryNotes {

    /** Attribute: when the request was entered into the ledger. */
    static final String TAKEN_AT = EntryNotes.class.getName() + ".takenAt";

    /** Attribute: the partner that proved to be asking. */
    static final String PARTNER = EntryNotes.class.getName() + ".partner";

    /** Attribute: the request was refused, whatever the status of its answer. */
    static final String REFUSED = EntryNotes.class.getName() + ".refused";

    /** Attribute: nobody is asked about. */
    static final String NO_QUESTION = EntryNotes.class.getName() + ".noQuestion";

    /** When the request came, the same moment in the ledger and in the record of its answer; now for one that is not entered. */
    public static Instant takenAt(HttpServletRequest request, Clock clock) {
        return request.getAttribute(TAKEN_AT) instanceof Instant taken ? taken : clock.instant();
    }

    /** Notes who proved to be asking. */
    public static void proved(HttpServletRequest request, PartnerId partner) {
        request.setAttribute(PARTNER, partner);
    }

    /** Notes that the request was refused: some doors say so under status 200. */
    public static void refused(HttpServletRequest request) {
        request.setAttribute(REFUSED, true);
    }

    /** Notes that the request asks about nobody, at an address where questions come: the ledger forgets it. */
    public static void noQuestion(HttpServletRequest request) {
        request.setAttribute(NO_QUESTION, true);
    }

    private EntryNotes() {}
}
