package vn.dancu.bus.register.away;

import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.register.CitizenLookup;
import vn.dancu.bus.register.HouseholdLookup;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;

/**
 * Stands in for the tables of the register where the bus asks another service: those tables are empty then, and whoever read them would
 * take that for an answer.
 */
final class AwayRegister implements PopulationRegister {

    @Override
    public CitizenLookup findCitizen(PersonKey key, Set<FieldPath> wanted) {
        throw notHere();
    }

    @Override
    public HouseholdLookup findHousehold(PersonKey key, Set<FieldPath> wanted) {
        throw notHere();
    }

    @Override
    public Optional<RegisteredPerson> findPerson(PersonalId number) {
        throw notHere();
    }

    private static BusException notHere() {
        return BusException.of(ErrorCode.NOT_IN_THIS_ROLE);
    }
}
