package vn.dancu.bus.policy.file;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.partner.authority.AuthorityKind;
import vn.dancu.bus.policy.content.GrantTerms;

/**
 * A body that may use data with the person's consent alone, by the kind of its authority ({@code connection/kinds.yaml}), is granted
 * nothing without {@code consent: required}; a person who asks for the own record ({@code relationship: citizen}) needs no other consent.
 */
final class ConsentDutyCheck {

    private final Function<AgencyCode, Optional<AuthorityKind>> kinds;

    /** @param kinds the kind of an authority, as far as the bus knows it */
    ConsentDutyCheck(Function<AgencyCode, Optional<AuthorityKind>> kinds) {
        this.kinds = kinds;
    }

    /** @param agency code of the agency whose system has these grants; null when it could not be read */
    Boolean check(YamlPlace grants, @Nullable String agency, PolicyFindings findings) {
        Optional<AuthorityKind> kind = agency == null ? Optional.empty() : kinds.apply(AgencyCode.of(agency));
        if (kind.isPresent() && kind.get().needsConsent()) {
            for (YamlPlace grant : grants.items()) {
                Map<String, YamlPlace> keys = grant.keys(GrantReader.GRANT_KEYS);
                if (!says(keys, "consent", GrantTerms.ConsentDemand.REQUIRED.code())
                        && !says(keys, "relationship", GrantTerms.Demand.CITIZEN.code())) {
                    findings.add(keys.getOrDefault("consent", grant)
                            .broken("must have consent: required, since an authority of the kind "
                                    + kind.get().id() + " may use data with the person's consent alone"));
                }
            }
        }
        return true;
    }

    private static boolean says(Map<String, YamlPlace> keys, String key, String value) {
        YamlPlace place = keys.get(key);
        return place != null && place.text().equals(value);
    }
}
