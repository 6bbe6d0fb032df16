package vn.dancu.bus.sandbox.national.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.name.NameNormalizer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.register.CitizenLookup;
import vn.dancu.bus.register.HouseholdLookup;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PersonMatcher;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;
import vn.dancu.bus.sandbox.national.register.NationalPeople.Member;
import vn.dancu.bus.sandbox.population.SyntheticCitizen;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Number;

/** The register of the mock, in memory. Thread-safe. */
public final class NationalRegister implements PopulationRegister {

    private final NationalPeople people;

    /**
     * @param seed of the sandbox's own people
     * @param citizens how many of them there are
     * @param others how many there are besides, whom only this register knows
     */
    public NationalRegister(long seed, int citizens, int others) {
        this.people = new NationalPeople(seed, citizens, others);
    }

    /** Those whom the sandbox's own register does not know. */
    public List<SyntheticCitizen> others() {
        return people.others();
    }

    /** The record of somebody else than the one of that number. */
    public Optional<Citizen> somebodyElse(PersonalId number, Set<FieldPath> wanted) {
        return people.find(number.digits()).map(member -> NationalRecords.citizen(people.after(member.citizen()))
                .only(wanted));
    }

    @Override
    public CitizenLookup findCitizen(PersonKey key, Set<FieldPath> wanted) {
        return people.find(key.number().digits())
                .<CitizenLookup>map(member -> {
                    ResultStatus status = status(key, member.citizen());
                    return status.isFound()
                            ? new CitizenLookup.Found(
                                    status, NationalRecords.citizen(member).only(wanted))
                            : new CitizenLookup.Absent(status);
                })
                .orElseGet(() -> new CitizenLookup.Absent(ResultStatus.NOT_FOUND));
    }

    @Override
    public HouseholdLookup findHousehold(PersonKey key, Set<FieldPath> wanted) {
        return people.find(key.number().digits())
                .<HouseholdLookup>map(member -> household(key, member, wanted))
                .orElseGet(() -> new HouseholdLookup.Absent(ResultStatus.NOT_FOUND));
    }

    private static HouseholdLookup household(PersonKey key, Member member, Set<FieldPath> wanted) {
        ResultStatus status = status(key, member.citizen());
        if (!status.isFound()) {
            return new HouseholdLookup.Absent(status);
        }
        return NationalRecords.household(member)
                .<HouseholdLookup>map(household -> new HouseholdLookup.Found(status, household.only(wanted)))
                .orElseGet(() -> new HouseholdLookup.Absent(ResultStatus.NOT_FOUND));
    }

    @Override
    public Optional<RegisteredPerson> findPerson(PersonalId number) {
        return people.find(number.digits()).map(Member::citizen).flatMap(NationalRegister::person);
    }

    private static Optional<RegisteredPerson> person(SyntheticCitizen one) {
        return Optional.ofNullable(one.identity().soDinhDanh())
                .map(current -> new RegisteredPerson(
                        PersonalId.soDinhDanh(current),
                        one.identity().name().full(),
                        one.identity().birthDate(),
                        one.life().status(),
                        one.papers().mobile(),
                        numbers(one, "CHILD"),
                        numbers(one, "REPRESENTED")));
    }

    private static List<PersonalId> numbers(SyntheticCitizen one, String kind) {
        return one.relatives().stream()
                .filter(relative -> relative.kind().equals(kind))
                .flatMap(relative -> Optional.ofNullable(relative.identity().soDinhDanh()).stream())
                .map(PersonalId::soDinhDanh)
                .toList();
    }

    private static ResultStatus status(PersonKey key, SyntheticCitizen one) {
        String state = one.numbers().stream()
                .filter(number -> number.digits().equals(key.number().digits()))
                .map(Number::state)
                .findFirst()
                .orElseThrow();
        return PersonMatcher.match(
                PersonMatcher.Wanted.of(key),
                new PersonMatcher.Recorded(
                        PersonMatcher.NumberState.valueOf(state),
                        NameNormalizer.fold(one.identity().name().full()),
                        one.identity().birthDate(),
                        one.life().status()));
    }
}
