package vn.dancu.bus.policy.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Explanation;
import vn.dancu.bus.policy.Explanations;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.policy.content.PartnerSelfSettings;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.content.PublishedPolicy;
import vn.dancu.bus.policy.quota.Quotas;
import vn.dancu.bus.policy.version.DraftEditor;
import vn.dancu.bus.policy.version.PolicyCache;
import vn.dancu.bus.policy.version.PolicySnapshot;

/** Evaluates the rules in the order of a decision and reports the outcome of each. */
final class DecisionExplainer implements Explanations {

    private static final String QUOTA_RULE = "quota_is_left";

    private final Partners partners;
    private final PolicyCache policies;
    private final DraftEditor drafts;
    private final Quotas quotas;
    private final Purposes purposes;
    private final Clock clock;

    DecisionExplainer(
            Partners partners,
            PolicyCache policies,
            DraftEditor drafts,
            Quotas quotas,
            Purposes purposes,
            Clock clock) {
        this.partners = partners;
        this.policies = policies;
        this.drafts = drafts;
        this.quotas = quotas;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public Explanation explain(AccessRequest request, Assumed assumed, @Nullable Long draft) {
        PolicySnapshot snapshot = policies.current();
        if (snapshot == null && draft == null) {
            throw new BusException(ErrorCode.POLICY_UNAVAILABLE, null);
        }
        PublishedPolicy policy =
                draft == null && snapshot != null ? snapshot.policy() : drafts.asIfPublished(draft == null ? 0 : draft);
        PartnerSelfSettings own = snapshot == null ? PartnerSelfSettings.NOTHING : snapshot.ownOf(request.partner());
        DecisionContext question = new DecisionContext(
                assumed.related() ? request.askedInPerson() : request,
                partners.find(request.partner()).orElse(null),
                new DecisionContext.Rights(policy.of(request.partner()), own),
                Instant.now(clock),
                new DecisionContext.PersonChecks(
                        it -> assumed.related(),
                        (it, purpose) -> assumed.consented() ? everyField(policy.of(request.partner())) : Set.of()));
        return explain(question, policy);
    }

    private static Set<FieldPath> everyField(PolicyContent.Entitlement entitlement) {
        return entitlement.permissions().values().stream()
                .flatMap(List::stream)
                .flatMap(it -> it.fields().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Explanation explain(DecisionContext question, PublishedPolicy policy) {
        List<Explanation.Step> steps = new ArrayList<>();
        Refusal refusal = null;
        for (AccessRule rule : AccessRule.values()) {
            boolean reached = refusal == null;
            if (reached && !rule.holds(question)) {
                refusal = rule.refusal(question);
            }
            steps.add(step(rule.name(), reached, refusal));
        }
        boolean reached = refusal == null;
        Explanation.Grant grant = grant(question);
        if (reached && usedUp(grant)) {
            refusal = Refusal.of(ErrorCode.QUOTA_EXCEEDED);
        }
        steps.add(step(QUOTA_RULE, reached, refusal));
        return new Explanation(policy.number(), policy.hash(), steps, refusal, grant);
    }

    private static boolean usedUp(Explanation.@Nullable Grant grant) {
        return grant == null
                || grant.quotas().isEmpty()
                || grant.quotas().stream().anyMatch(it -> it.taken() >= it.limit());
    }

    private static Explanation.Step step(String rule, boolean reached, @Nullable Refusal refusal) {
        Explanation.Outcome outcome = !reached
                ? Explanation.Outcome.NOT_REACHED
                : refusal == null ? Explanation.Outcome.HELD : Explanation.Outcome.REFUSED;
        return new Explanation.Step(rule.toLowerCase(Locale.ROOT), outcome);
    }

    private Explanation.@Nullable Grant grant(DecisionContext question) {
        PolicyContent.Permission fitting = question.fitting();
        if (fitting == null) {
            return null;
        }
        PolicyContent.Quota quota =
                question.entitlement().quotas().get(question.request().service());
        String own = fitting.terms().legalBasis();
        return new Explanation.Grant(
                question.ofService().indexOf(fitting) + 1,
                fitting.purpose(),
                own != null
                        ? own
                        : purposes.find(fitting.purpose())
                                .map(Purposes.Entry::legalBasis)
                                .orElse(null),
                fitting.terms().demand().code(),
                fitting.terms().consent().code(),
                List.copyOf(fitting.fields()),
                quota == null
                        ? List.of()
                        : quotas.states(
                                question.request().partner(), question.request().service(), quota));
    }
}
