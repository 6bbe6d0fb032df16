package vn.dancu.bus.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Refusal;

/**
 * How a question would be decided.
 *
 * @param policyVersion the version that decides; for a draft the one that it changes
 * @param policyHash lower-case hex SHA-256 of the content that decides
 * @param steps every rule in its order, the quota last
 * @param refusal why it would be refused; null when it would be granted
 * @param grant the grant that fits; null when none does
 */
public record Explanation(
        long policyVersion, String policyHash, List<Step> steps, @Nullable Refusal refusal, @Nullable Grant grant) {

    /**
     * One rule.
     *
     * @param rule its name, such as {@code officer_is_granted}
     * @param outcome how it came out
     */
    public record Step(String rule, Outcome outcome) {}

    /** How one rule came out. */
    public enum Outcome {
        HELD,
        REFUSED,
        /** A rule before it refused. */
        NOT_REACHED
    }

    /**
     * The grant that decides.
     *
     * @param position its place among the grants of the service, from 1
     * @param purpose under which the fields are released
     * @param legalBasis the clause: the grant's own, or that of the purpose; null when the list has lost the purpose
     * @param relationship {@code none}, {@code case}, {@code follow-list} or {@code citizen}
     * @param consent {@code none} or {@code required}
     * @param fields that may be released
     * @param quotas of the running minute and the running day; empty when the service has none
     */
    public record Grant(
            int position,
            Purpose purpose,
            @Nullable String legalBasis,
            String relationship,
            String consent,
            List<FieldPath> fields,
            List<QuotaState> quotas) {}

    /**
     * One quota.
     *
     * @param period {@code minute} or {@code day}
     * @param limit answers in a period
     * @param taken what all instances have taken in the running period, what they hold and have not handed out included
     */
    public record QuotaState(String period, long limit, long taken) {}
}
