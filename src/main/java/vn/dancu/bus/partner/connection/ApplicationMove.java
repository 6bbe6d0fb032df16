package vn.dancu.bus.partner.connection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Role;

/**
 * One thing that happened to an application.
 *
 * @param kind what
 * @param step at which step
 * @param round how often documents had been handed in by then, in the whole application
 * @param at when
 * @param by whose account
 * @param role for which role an approval counts; null for anything else
 * @param reason why it was sent back or refused; null for anything else
 * @param evidence what was handed in; empty for anything else
 */
public record ApplicationMove(
        Kind kind,
        String step,
        int round,
        Instant at,
        String by,
        @Nullable Role role,
        @Nullable String reason,
        List<DocumentEvidence> evidence) {

    /** What happened. */
    public enum Kind {
        APPLIED,
        SUBMITTED,
        APPROVED,
        SENT_BACK,
        REFUSED
    }

    public ApplicationMove {
        evidence = List.copyOf(evidence);
    }
}
