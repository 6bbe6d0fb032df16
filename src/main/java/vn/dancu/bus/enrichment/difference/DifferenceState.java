package vn.dancu.bus.enrichment.difference;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a difference stands. */
public enum DifferenceState {
    /** Nobody has decided. */
    OPEN,
    /** The source was asked; it may still be accepted or refused. */
    ASKED,
    /** Somebody decided, and a second person must confirm it. */
    PROPOSED,
    ACCEPTED,
    REFUSED;

    /** As the API and the tables have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DifferenceState> byCode(String code) {
        return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }

    /** Whether somebody may decide about it. */
    public boolean isOpen() {
        return this == OPEN || this == ASKED;
    }
}
