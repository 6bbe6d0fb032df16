package vn.dancu.bus.policy;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partners;

/** One decision: the rules in their order, and last the quota. */
final class Deciding implements AccessPolicy {

    private final Partners partners;
    private final RefreshedPolicy policies;
    private final Quotas quotas;

    Deciding(Partners partners, RefreshedPolicy policies, Quotas quotas) {
        this.partners = partners;
        this.policies = policies;
        this.quotas = quotas;
    }

    @Override
    public Decision decide(AccessRequest request) {
        PublishedPolicy policy = policies.current();
        if (policy == null) {
            return refused(Refusal.of(ErrorCode.POLICY_UNAVAILABLE));
        }
        Question question =
                new Question(request, partners.find(request.partner()).orElse(null), policy.of(request.partner()));
        Refusal broken = Rule.firstBroken(question);
        return broken == null ? grant(question, policy) : refused(broken);
    }

    private Decision grant(Question question, PublishedPolicy policy) {
        PolicyContent.@Nullable Permission permission = question.fitting();
        PolicyContent.@Nullable Quota quota =
                question.entitlement().quotas().get(question.request().service());
        if (permission == null || quota == null) {
            return refused(Refusal.of(ErrorCode.SERVICE_NOT_ALLOWED));
        }
        Quotas.Take take =
                quotas.take(question.request().partner(), question.request().service(), quota);
        return switch (take) {
            case TAKEN ->
                new Decision.Granted(permission.fields(), permission.purpose(), policy.number(), policy.hash());
            case USED_UP -> refused(Refusal.of(ErrorCode.QUOTA_EXCEEDED));
            case UNAVAILABLE -> refused(Refusal.of(ErrorCode.POLICY_UNAVAILABLE));
        };
    }

    private static Decision refused(Refusal refusal) {
        return new Decision.Refused(refusal);
    }
}
