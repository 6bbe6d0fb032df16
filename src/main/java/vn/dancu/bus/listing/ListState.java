package vn.dancu.bus.listing;

import java.util.Locale;

/** How far a request for a list is: waiting → running → drawn → ready → expired; deleted and failed end it. */
public enum ListState {
    /** For its turn, or until its partner may be answered again. */
    WAITING,
    /** People are being written into it. */
    RUNNING,
    /** Everybody is in it, its file is being written. */
    DRAWN,
    READY,
    /** It cannot come about as it was asked for. */
    FAILED,
    /** By its partner. */
    DELETED,
    /** Its days are over, its content is gone. */
    EXPIRED;

    /** As it stands in answers and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ListState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean isOpen() {
        return this == WAITING || this == RUNNING || this == DRAWN;
    }
}
