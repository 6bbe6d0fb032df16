package vn.dancu.bus.sandbox.national.register;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.group.CitizenGroups;
import vn.dancu.bus.sandbox.national.register.NationalPeople.Member;
import vn.dancu.bus.sandbox.population.SyntheticCitizen;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Identity;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Traits;

/** Synthetic people as records of the population service. */
final class NationalRecords {

    private static final String NATIONALITY = "VN";

    private NationalRecords() {}

    /** Everything that is recorded of a person; what other authorities bring is not. */
    static Citizen citizen(Member member) {
        SyntheticCitizen one = member.citizen();
        Identity identity = one.identity();
        Traits traits = one.traits();
        Optional<SyntheticCitizen.Household> household = householdOf(member);
        return new Citizen(
                identity.soDinhDanh(),
                identity.soCmnd(),
                identity.name(),
                gender(identity),
                traits.ethnicity(),
                null,
                traits.religion(),
                null,
                traits.maritalStatus(),
                traits.bloodGroup(),
                identity.birthDate(),
                one.placeOf("REGISTERED"),
                one.placeOf("HOMETOWN"),
                one.placeOf("PERMANENT"),
                one.placeOf("PRESENT"),
                NATIONALITY,
                related(one.relative("FATHER")),
                related(one.relative("MOTHER")),
                related(one.relative("SPOUSE")),
                related(one.relative("REPRESENTATIVE")),
                household.map(it -> head(member, it, one.home().relation())).orElse(null),
                household.map(SyntheticCitizen.Household::book).orElse(null),
                one.life().status(),
                CitizenGroups.NONE,
                List.of());
    }

    /** The household of a person; empty for who has none. */
    static Optional<Household> household(Member member) {
        return householdOf(member)
                .map(household -> new Household(
                        household.book(),
                        head(member, household, null),
                        household.address(),
                        member.family().citizens().stream()
                                .filter(one -> Long.valueOf(household.id())
                                        .equals(one.home().household()))
                                .map(NationalRecords::memberOf)
                                .toList()));
    }

    private static Optional<SyntheticCitizen.Household> householdOf(Member member) {
        Long id = member.citizen().home().household();
        return member.family().households().stream()
                .filter(household -> id != null && household.id() == id)
                .findFirst();
    }

    private static @Nullable RelatedPerson head(
            Member member, SyntheticCitizen.Household household, @Nullable String relation) {
        return member.family().citizens().stream()
                .filter(one -> one.id() == household.head())
                .map(one -> person(one.identity(), relation, false))
                .findFirst()
                .orElse(null);
    }

    private static RelatedPerson memberOf(SyntheticCitizen one) {
        return person(one.identity(), one.home().relation(), true);
    }

    private static @Nullable RelatedPerson related(@Nullable Identity identity) {
        return identity == null ? null : person(identity, null, false);
    }

    private static RelatedPerson person(Identity identity, @Nullable String relation, boolean whole) {
        return new RelatedPerson(
                identity.soDinhDanh(),
                identity.soCmnd(),
                NATIONALITY,
                identity.name(),
                relation,
                whole ? identity.birthDate() : null,
                whole ? gender(identity) : null);
    }

    private static String gender(Identity identity) {
        return identity.male() ? "1" : "2";
    }
}
