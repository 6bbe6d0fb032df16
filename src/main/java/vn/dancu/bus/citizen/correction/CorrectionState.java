package vn.dancu.bus.citizen.correction;

import java.util.Locale;

/**
 * Where a correction request stands; the agency moves it, by a status of the axis or by its answer.
 *
 * <pre>
 * SENT ── 01, 03, 04, 05 ──▶ IN_WORK ── answering document ──▶ ANSWERED
 *  │ │                          │
 *  │ └── answering document ────┼───────────────────────────▶ ANSWERED
 *  └──────── 02 ────────────────┴──▶ REJECTED ── answering document ──▶ ANSWERED
 * </pre>
 */
public enum CorrectionState {
    /** In the outbox, or at the axis. */
    SENT,
    /** The agency has it. */
    IN_WORK,
    /** The agency did not take it. */
    REJECTED,
    /** The agency answered by a document. */
    ANSWERED;

    /** As it stands on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state after that status of the axis. */
    CorrectionState after(String status) {
        if (this == ANSWERED) {
            return this;
        }
        return switch (status) {
            case "02" -> REJECTED;
            case "01", "03", "04", "05" -> this == REJECTED ? this : IN_WORK;
            default -> this;
        };
    }

    boolean isOpen() {
        return this == SENT || this == IN_WORK;
    }
}
