package vn.dancu.bus.policy;

import java.util.Set;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.ServiceCode;

/** What a partner may ask at all, for catalogues that show each caller its own services. It decides no question. */
@FunctionalInterface
public interface ServiceGrants {

    /**
     * The services for which the published policy grants the partner some field and a quota, whatever the procedure, purpose
     * or officer; empty while no version was published.
     */
    Set<ServiceCode> servicesOf(PartnerId partner);
}
