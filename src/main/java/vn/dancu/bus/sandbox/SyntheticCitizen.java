package vn.dancu.bus.sandbox;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.PersonName;

/**
 * A person who does not exist, as the register would hold one.
 *
 * @param id counts from 1
 * @param numbers every number ever issued, the current ones included
 */
record SyntheticCitizen(
        long id,
        Identity identity,
        Traits traits,
        Life life,
        Home home,
        Papers papers,
        List<Number> numbers,
        List<Residence> residences,
        List<Relative> relatives) {

    record Identity(
            @Nullable String soDinhDanh, @Nullable String soCmnd, PersonName name, BirthDate birthDate, boolean male) {}

    record Traits(String ethnicity, String religion, String maritalStatus, String bloodGroup) {}

    record Life(CitizenStatus status, @Nullable LocalDate since) {}

    record Home(@Nullable Long household, @Nullable String relation, @Nullable String residenceFile) {}

    record Papers(
            @Nullable LocalDate cardIssued,
            @Nullable LocalDate cardExpires,
            @Nullable String mobile,
            @Nullable String email) {}

    /** @param state CURRENT, REPLACED or CANCELLED */
    record Number(String digits, String state, LocalDate from, @Nullable LocalDate to, @Nullable String replacedBy) {}

    record Residence(String kind, Address address, @Nullable LocalDate from, @Nullable LocalDate to) {}

    record Relative(String kind, int position, Identity identity) {}

    /** The place of birth registration or the hometown, or where else the person is registered now. */
    @Nullable
    Address placeOf(String kind) {
        Residence residence = residenceInForce(kind);
        return residence == null ? null : residence.address();
    }

    @Nullable
    Residence residenceInForce(String kind) {
        return residences.stream()
                .filter(residence -> residence.to() == null && residence.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }

    List<Residence> formerResidences() {
        return residences.stream().filter(residence -> residence.to() != null).toList();
    }

    @Nullable
    Identity relative(String kind) {
        return relatives.stream()
                .filter(relative -> relative.kind().equals(kind))
                .map(Relative::identity)
                .findFirst()
                .orElse(null);
    }

    /** Children and represented persons, of whom there may be several. */
    List<Relative> furtherRelatives() {
        return relatives.stream()
                .filter(relative ->
                        relative.kind().equals("CHILD") || relative.kind().equals("REPRESENTED"))
                .toList();
    }

    /** A household with its book and its head. */
    record Household(long id, String book, long head, Address address) {}
}
