package vn.dancu.bus.policy.content;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a permission asks for beyond purpose and procedure.
 *
 * @param legalBasis the clause behind this grant; null leaves it to the list of purposes
 * @param officers who of the partner's officers may use it; empty for every one of them
 * @param demand the relationship to the person that must be there
 * @param caseForms for a demanded case: the forms of which its number must have one; empty for any form
 * @param consent whether the person must have agreed
 */
public record GrantTerms(
        @Nullable String legalBasis,
        Set<String> officers,
        Demand demand,
        List<CaseForm> caseForms,
        ConsentDemand consent) {

    public static final GrantTerms NONE = new GrantTerms(null, Set.of(), Demand.NOTHING, List.of(), ConsentDemand.NONE);

    public GrantTerms {
        officers = Set.copyOf(officers);
        caseForms = List.copyOf(caseForms);
    }

    /** The relationship between asker and person that a grant can demand. */
    public enum Demand {
        NOTHING("none"),
        /** The question states the number of the case that is being handled. */
        CASE("case"),
        /** The person is on the partner's own list. */
        FOLLOW_LIST("follow-list"),
        /** The person asks, proved at one of the citizens' doors. */
        CITIZEN("citizen");

        private final String code;

        Demand(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Whether a grant needs the person's consent. */
    public enum ConsentDemand {
        NONE("none"),
        /** Fields are released only as far as a consent in force covers them. */
        REQUIRED("required");

        private final String code;

        ConsentDemand(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public boolean needsConsent() {
        return consent == ConsentDemand.REQUIRED;
    }

    public boolean admits(String officer) {
        return officers.isEmpty() || officers.contains(officer);
    }

    /** Whether the case number has one of the forms that are asked for. */
    public boolean fits(String issue) {
        if (caseForms.isEmpty()) {
            return CaseForm.isNumber(issue);
        }
        for (CaseForm form : caseForms) {
            if (form.fits(issue)) {
                return true;
            }
        }
        return false;
    }
}
