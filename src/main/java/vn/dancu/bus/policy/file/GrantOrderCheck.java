package vn.dancu.bus.policy.file;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.policy.content.PolicyContent;

/** Where several grants fit, the first decides; a grant that could never be reached or used is an error. */
final class GrantOrderCheck {

    /** A grant for some officers may stand before a grant for all; any other overlap is refused as ambiguous. */
    static Boolean requireReachable(
            YamlPlace place,
            ServiceCode service,
            PolicyContent.Permission added,
            List<PolicyContent.Permission> those) {
        for (PolicyContent.Permission one : those) {
            if (one.purpose().equals(added.purpose())
                    && overlap(one.procedures(), added.procedures())
                    && shadows(one.terms().officers(), added.terms().officers())) {
                throw place.broken(
                        "grants " + service + " for a purpose and a procedure that another grant has already");
            }
        }
        return true;
    }

    /** Officers whom a grant names must be officers of the partner, or the partner must be able to register them. */
    static Boolean check(YamlPlace grants, PolicyContent.Entitlement entitlement) {
        boolean open =
                entitlement.managedOfficers() > 0 || entitlement.officers().contains(PolicyContent.ANY);
        for (List<PolicyContent.Permission> those : entitlement.permissions().values()) {
            for (PolicyContent.Permission one : those) {
                if (!open && !entitlement.officers().containsAll(one.terms().officers())) {
                    throw grants.broken("names for a grant an officer who is none of the partner");
                }
            }
        }
        return true;
    }

    private static boolean overlap(Set<String> one, Set<String> other) {
        return one.contains(PolicyContent.ANY)
                || other.contains(PolicyContent.ANY)
                || !Collections.disjoint(one, other);
    }

    private static boolean shadows(Set<String> first, Set<String> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty();
        }
        return !Collections.disjoint(first, second);
    }

    private GrantOrderCheck() {}
}
