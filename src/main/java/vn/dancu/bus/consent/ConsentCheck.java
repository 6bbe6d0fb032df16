package vn.dancu.bus.consent;

import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;

/** Says what a person has agreed to. */
@FunctionalInterface
public interface ConsentCheck {

    /**
     * The fields that the partner may see of the person for the purpose, by the consents that are in force at this moment on whichever
     * instance they were given or withdrawn; empty for none.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code policy_unavailable} when nobody can say
     */
    Set<FieldPath> inForce(PartnerId partner, PersonalId person, Purpose purpose);
}
