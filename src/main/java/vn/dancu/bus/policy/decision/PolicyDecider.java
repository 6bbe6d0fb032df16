package vn.dancu.bus.policy.decision;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Decision;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.content.PublishedPolicy;
import vn.dancu.bus.policy.quota.Quotas;
import vn.dancu.bus.policy.version.PolicyCache;
import vn.dancu.bus.policy.version.PolicySnapshot;

/** One decision: the rules in their order, and last the quota. */
final class PolicyDecider implements AccessPolicy {

    private final PolicyCache policies;
    private final Quotas quotas;
    private final DecisionContext.PersonChecks checks;
    private final Clock clock;

    PolicyDecider(PolicyCache policies, Quotas quotas, DecisionContext.PersonChecks checks, Clock clock) {
        this.policies = policies;
        this.quotas = quotas;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public Decision decide(AccessRequest request, @Nullable Partner asker) {
        PolicySnapshot snapshot = policies.current();
        if (snapshot == null) {
            return refused(Refusal.of(ErrorCode.POLICY_UNAVAILABLE));
        }
        DecisionContext question = new DecisionContext(
                request,
                asker,
                new DecisionContext.Rights(snapshot.policy().of(request.partner()), snapshot.ownOf(request.partner())),
                Instant.now(clock),
                checks);
        try {
            Refusal broken = AccessRule.firstBroken(question);
            return broken == null ? grant(question, snapshot.policy()) : refused(broken);
        } catch (BusException e) {
            return refused(e.refusal());
        }
    }

    private Decision grant(DecisionContext question, PublishedPolicy policy) {
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
                new Decision.Granted(
                        question.releasable(permission), permission.purpose(), policy.number(), policy.hash());
            case USED_UP -> refused(Refusal.of(ErrorCode.QUOTA_EXCEEDED));
            case UNAVAILABLE -> refused(Refusal.of(ErrorCode.POLICY_UNAVAILABLE));
        };
    }

    private static Decision refused(Refusal refusal) {
        return new Decision.Refused(refusal);
    }
}
