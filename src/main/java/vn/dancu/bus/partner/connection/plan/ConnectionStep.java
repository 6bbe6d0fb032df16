package vn.dancu.bus.partner.connection.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.authority.BilingualLabel;

/**
 * One step to connection, as the steps file has it.
 *
 * @param id such as {@code security}
 * @param name its names
 * @param handIn what the applicant brings
 * @param decision how it is decided
 * @param basis the clauses it rests on, or that it rests on none
 * @param effect what its approval sets off
 */
public record ConnectionStep(
        String id, BilingualLabel name, HandIn handIn, Decision decision, String basis, Effect effect) {

    /** Id of the document whose last day is the last day of the connection. */
    public static final String AGREEMENT = "agreement";

    /** Id of the document that is the result of the conformance tests. */
    public static final String CONFORMANCE = "conformance-report";

    /**
     * What the applicant brings.
     *
     * @param roles who may hand in
     * @param within working days; null when nothing presses
     * @param documents what is handed in
     */
    public record HandIn(Set<Role> roles, @Nullable Integer within, List<Document> documents) {

        public HandIn {
            roles = Set.copyOf(roles);
            documents = List.copyOf(documents);
        }
    }

    /**
     * How it is decided.
     *
     * @param checks what is looked at
     * @param approvals one role for each person who must approve, one or two
     * @param within working days from the day on which the documents were handed in
     */
    public record Decision(List<BilingualLabel> checks, List<Role> approvals, int within) {

        public Decision {
            checks = List.copyOf(checks);
            approvals = List.copyOf(approvals);
        }
    }

    /**
     * A document to hand in.
     *
     * @param id such as {@code security-assessment}, its own in the whole file
     * @param name its names
     * @param throughPlatform asked only of a system that connects through another platform
     */
    public record Document(String id, BilingualLabel name, boolean throughPlatform) {}

    /** What the approval of a step sets off. */
    public enum Effect {
        NONE("none"),
        /** The partner must be able to prove who it is. */
        CREDENTIALS("credentials"),
        /** The partner may connect from now on. */
        GO_LIVE("go-live");

        private final String code;

        Effect(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public ConnectionStep {
        if (decision.approvals().isEmpty()) {
            throw new IllegalArgumentException("Somebody approves every step");
        }
    }

    /** What must be handed in. */
    public List<Document> required(boolean throughPlatform) {
        return handIn.documents().stream()
                .filter(it -> throughPlatform || !it.throughPlatform())
                .toList();
    }
}
