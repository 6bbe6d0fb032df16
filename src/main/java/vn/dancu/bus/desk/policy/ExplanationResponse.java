package vn.dancu.bus.desk.policy;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.policy.Explanation;

/** An explanation as it is answered. */
record ExplanationResponse(
        String decision,
        @Nullable String code,
        @Nullable String field,
        @Nullable String rule,
        long policyVersion,
        String policyHash,
        List<Step> rules,
        @Nullable Grant grant) {

    /** One rule; {@code outcome} is {@code held}, {@code refused} or {@code not_reached}. */
    record Step(String rule, String outcome) {}

    /** The grant that fits. */
    record Grant(
            int place,
            String purpose,
            @Nullable String legalBasis,
            String relationship,
            String consent,
            List<String> fields,
            List<Explanation.QuotaState> quotas) {}

    static ExplanationResponse of(Explanation explanation) {
        Refusal refusal = explanation.refusal();
        return new ExplanationResponse(
                refusal == null ? "granted" : "refused",
                refusal == null ? null : refusal.code().code(),
                refusal == null ? null : refusal.field(),
                refusal == null ? null : refusal.rule(),
                explanation.policyVersion(),
                explanation.policyHash(),
                explanation.steps().stream()
                        .map(it -> new Step(it.rule(), it.outcome().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                grant(explanation.grant()));
    }

    private static @Nullable Grant grant(Explanation.@Nullable Grant grant) {
        return grant == null
                ? null
                : new Grant(
                        grant.position(),
                        grant.purpose().value(),
                        grant.legalBasis(),
                        grant.relationship(),
                        grant.consent(),
                        grant.fields().stream().map(FieldPath::value).toList(),
                        grant.quotas());
    }
}
