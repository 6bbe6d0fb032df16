package vn.dancu.bus.citizen.sms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.register.CitizenLookup;
import vn.dancu.bus.register.HouseholdLookup;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;

/** A register of a few people, found by number alone; it notes every look-up. */
final class ScriptedPeople implements PopulationRegister {

    private final Map<PersonalId, RegisteredPerson> people = new HashMap<>();
    private final List<String> work;

    ScriptedPeople(List<String> work) {
        this.work = work;
    }

    void add(String number, @Nullable String mobile, CitizenStatus state) {
        PersonalId id = PersonalId.soDinhDanh(number);
        people.put(
                id,
                new RegisteredPerson(
                        id, "Nguyễn Văn Thử", BirthDate.ofYear(1970), state, mobile, List.of(), List.of()));
    }

    @Override
    public Optional<RegisteredPerson> findPerson(PersonalId number) {
        work.add("findPerson");
        return Optional.ofNullable(people.get(number));
    }

    @Override
    public CitizenLookup findCitizen(PersonKey key, Set<FieldPath> wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HouseholdLookup findHousehold(PersonKey key, Set<FieldPath> wanted) {
        throw new UnsupportedOperationException();
    }
}
