package vn.dancu.bus.register;

import java.util.Set;
import vn.dancu.bus.kernel.PersonalId;

/** The numbers of one person, for what is kept under whichever of them was used. */
@FunctionalInterface
public interface PersonNumbers {

    /**
     * Every number that was ever issued to the person of that number, in force, replaced or cancelled; that number alone where the
     * register does not know it.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code register_unavailable}
     */
    Set<PersonalId> of(PersonalId number);
}
