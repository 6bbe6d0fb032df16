package vn.dancu.bus.register.away;

import java.util.List;
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
import vn.dancu.bus.register.list.PersonSelection;
import vn.dancu.bus.register.list.RegisterLists;

/**
 * Stands in for the tables of the register where the bus asks another service: those tables are empty then, and whoever read them would
 * take that for an answer.
 */
final class AwayRegister implements PopulationRegister, RegisterLists {

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

    /** None: the policy then knows no service of lists. */
    @Override
    public Set<FieldPath> fields() {
        return Set.of();
    }

    @Override
    public List<FieldPath> columns(Set<FieldPath> fields) {
        throw notHere();
    }

    @Override
    public Slice next(PersonSelection selection, Set<FieldPath> fields, long after, int most) {
        throw notHere();
    }

    @Override
    public long count(PersonSelection selection) {
        throw notHere();
    }

    private static BusException notHere() {
        return BusException.of(ErrorCode.NOT_IN_THIS_ROLE);
    }
}
