package vn.dancu.bus.enrichment.difference;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a clerk decides of a difference. */
public enum DifferenceDecision {
    /** It is that person: the values are merged. */
    ACCEPT(DifferenceState.ACCEPTED),
    /** It is not that person, or not to be believed. */
    REFUSE(DifferenceState.REFUSED),
    /** The source must look at it again. */
    ASK(DifferenceState.ASKED);

    private final DifferenceState state;

    DifferenceDecision(DifferenceState state) {
        this.state = state;
    }

    /** How a difference stands when this is done. */
    public DifferenceState state() {
        return state;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DifferenceDecision> byCode(String code) {
        return Stream.of(values())
                .filter(decision -> decision.code().equals(code))
                .findFirst();
    }
}
