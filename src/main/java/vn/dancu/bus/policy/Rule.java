package vn.dancu.bus.policy;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partner;

/** The rules of access in their order; the first that does not hold refuses. The quota comes after them. */
enum Rule {
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
            Question::anyCoversProcedure),
    OFFICER_IS_GRANTED(
            ErrorCode.OFFICER_NOT_ALLOWED,
            "MaCanBo",
            "must be an officer whom the partner has registered",
            it -> it.entitlement().admits(it.request().officer())),
    PURPOSE_IS_GRANTED(
            ErrorCode.PURPOSE_NOT_ALLOWED,
            "MucDich",
            "must be a purpose for which the service and the procedure are granted to the partner",
            it -> it.fitting() != null),
    SOME_FIELD_IS_GRANTED(ErrorCode.NO_FIELD_ALLOWED, null, null, Rule::releasesSomething);

    private final ErrorCode code;
    private final @Nullable String field;
    private final @Nullable String demand;
    private final Predicate<Question> holds;

    Rule(ErrorCode code, @Nullable String field, @Nullable String demand, Predicate<Question> holds) {
        this.code = code;
        this.field = field;
        this.demand = demand;
        this.holds = holds;
    }

    /** The refusal of the first rule that does not hold; null when all do. */
    static @Nullable Refusal firstBroken(Question question) {
        for (Rule rule : values()) {
            if (!rule.holds.test(question)) {
                return rule.refusal();
            }
        }
        return null;
    }

    private Refusal refusal() {
        return field == null || demand == null ? Refusal.of(code) : Refusal.of(code, field, demand);
    }

    private static boolean isRefusedBy(@Nullable Partner partner, ErrorCode code) {
        return partner != null && partner.objection().filter(code::equals).isPresent();
    }

    private static boolean releasesSomething(Question question) {
        PolicyContent.Permission permission = question.fitting();
        return permission != null && !permission.fields().isEmpty();
    }
}
