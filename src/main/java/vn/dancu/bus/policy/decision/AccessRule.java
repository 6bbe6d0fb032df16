package vn.dancu.bus.policy.decision;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partner;

/** The rules of access in their order; the first that does not hold refuses. The quota comes after them. */
enum AccessRule {
    PARTNER_IS_KNOWN(ErrorCode.PARTNER_UNKNOWN, null, null, it -> it.partner() != null),
    PARTNER_IS_CONNECTED(
            ErrorCode.PARTNER_NOT_CONNECTED,
            null,
            null,
            it -> !isRefusedBy(it.partner(), ErrorCode.PARTNER_NOT_CONNECTED)),
    PARTNER_IS_NOT_TERMINATED(
            ErrorCode.PARTNER_TERMINATED, null, null, it -> !isRefusedBy(it.partner(), ErrorCode.PARTNER_TERMINATED)),
    PARTNER_IS_NOT_SUSPENDED(
            ErrorCode.PARTNER_SUSPENDED, null, null, it -> !isRefusedBy(it.partner(), ErrorCode.PARTNER_SUSPENDED)),
    AGREEMENT_RUNS(
            ErrorCode.AGREEMENT_EXPIRED, null, null, it -> !isRefusedBy(it.partner(), ErrorCode.AGREEMENT_EXPIRED)),
    SERVICE_IS_GRANTED(
            ErrorCode.SERVICE_NOT_ALLOWED, null, null, it -> !it.ofService().isEmpty()),
    PROCEDURE_IS_GRANTED(
            ErrorCode.PROCEDURE_NOT_ALLOWED,
            "MaDVC",
            "must be a procedure for which the service is granted to the partner",
            DecisionContext::someCoversProcedure),
    PROCEDURE_IS_SWITCHED_ON(
            ErrorCode.PROCEDURE_NOT_ALLOWED,
            "MaDVC",
            "must be a procedure that the partner has not switched off itself",
            DecisionContext::procedureIsOpen),
    OFFICER_IS_GRANTED(
            ErrorCode.OFFICER_NOT_ALLOWED,
            "MaCanBo",
            "must be an officer whom the partner has registered",
            DecisionContext::officerIsAdmitted),
    PURPOSE_IS_GRANTED(
            ErrorCode.PURPOSE_NOT_ALLOWED,
            "MucDich",
            "must be a purpose for which the service and the procedure are granted to the partner",
            DecisionContext::someCoversPurpose),
    OFFICER_MAY_USE_THE_GRANT(
            ErrorCode.OFFICER_NOT_ALLOWED,
            "MaCanBo",
            "must be an officer for whom the service, the procedure and the purpose are granted",
            it -> it.fitting() != null),
    SOME_FIELD_IS_GRANTED(ErrorCode.NO_FIELD_ALLOWED, null, null, DecisionContext::releasesSomething),
    RELATIONSHIP_IS_THERE(ErrorCode.RELATIONSHIP_MISSING, null, null, DecisionContext::isRelated),
    CONSENT_IS_IN_FORCE(ErrorCode.CONSENT_MISSING, null, null, DecisionContext::isConsented);

    private static final List<AccessRule> ALL = List.of(values());

    private final ErrorCode code;
    private final @Nullable String field;
    private final @Nullable String demand;
    private final Predicate<DecisionContext> holds;

    AccessRule(ErrorCode code, @Nullable String field, @Nullable String demand, Predicate<DecisionContext> holds) {
        this.code = code;
        this.field = field;
        this.demand = demand;
        this.holds = holds;
    }

    /** The refusal of the first rule that does not hold; null when all do. */
    static @Nullable Refusal firstBroken(DecisionContext question) {
        for (AccessRule rule : ALL) {
            if (!rule.holds(question)) {
                return rule.refusal(question);
            }
        }
        return null;
    }

    boolean holds(DecisionContext question) {
        return holds.test(question);
    }

    Refusal refusal(DecisionContext question) {
        if (this == RELATIONSHIP_IS_THERE) {
            return question.unrelated();
        }
        if (this == CONSENT_IS_IN_FORCE) {
            return question.unconsented();
        }
        return field == null || demand == null ? Refusal.of(code) : Refusal.of(code, field, demand);
    }

    private static boolean isRefusedBy(@Nullable Partner partner, ErrorCode code) {
        return partner != null && partner.objection().filter(code::equals).isPresent();
    }
}
