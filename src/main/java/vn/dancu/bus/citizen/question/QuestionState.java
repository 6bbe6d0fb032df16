package vn.dancu.bus.citizen.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a question is.
 *
 * <pre>
 * OPEN ── the authority answers in time ──────────────▶ ANSWERED
 *  │ └─── the day it was due is over ──▶ OVERDUE ── the authority answers late ──▶ ANSWERED
 *  │                                        │
 *  └───────────── whoever runs the bus ends it, with a text ──────────────────▶ CLOSED
 * </pre>
 */
public enum QuestionState {
    /** The authority has it. */
    OPEN,
    /** Not answered in time: those who run the bus have it as well. */
    OVERDUE,
    /** The authority answered. */
    ANSWERED,
    /** Ended by those who run the bus. */
    CLOSED;

    /** Whether an answer is awaited. */
    public boolean isOpen() {
        return this == OPEN || this == OVERDUE;
    }

    /** As it stands on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that code; empty when there is none. */
    public static Optional<QuestionState> byCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
