package vn.dancu.bus.consent;

import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;

/** Says for what a partner can ask consent; the policy, which lies above this room, knows. */
@FunctionalInterface
public interface ConsentTerms {

    /** What the partner's grants that need consent say of the purpose; empty when there is none. */
    Optional<Terms> of(PartnerId partner, Purpose purpose);

    /**
     * What consent can be asked for.
     *
     * @param fields of all these grants together
     * @param purpose its name in Vietnamese
     * @param purposeEn its name in English
     */
    record Terms(Set<FieldPath> fields, String purpose, String purposeEn) {}
}
