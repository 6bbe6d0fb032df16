package vn.dancu.bus.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.partner.Partner;

/**
 * A request beside what is known of the asker.
 *
 * @param partner null when there is no such partner
 */
record Question(AccessRequest request, @Nullable Partner partner, PolicyContent.Entitlement entitlement) {

    /** The permissions for the service, whatever the procedure and the purpose. */
    List<PolicyContent.Permission> ofService() {
        return entitlement.permissions().getOrDefault(request.service(), List.of());
    }

    boolean anyCoversProcedure() {
        return ofService().stream().anyMatch(it -> it.covers(request.procedure()));
    }

    /** The permission that decides: the first that fits; null when none does. */
    PolicyContent.@Nullable Permission fitting() {
        for (PolicyContent.Permission permission : ofService()) {
            if (permission.covers(request.procedure()) && fits(permission.purpose())) {
                return permission;
            }
        }
        return null;
    }

    private boolean fits(Purpose purpose) {
        return request.purpose() == null || request.purpose().equals(purpose);
    }
}
