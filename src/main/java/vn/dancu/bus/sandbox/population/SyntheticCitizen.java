package vn.dancu.bus.sandbox.population;

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
public record SyntheticCitizen(
        long id,
        Identity identity,
        Traits traits,
        Life life,
        Home home,
        Papers papers,
        List<Number> numbers,
        List<Residence> residences,
        List<Relative> relatives) {

    public record Identity(
            @Nullable String soDinhDanh, @Nullable String soCmnd, PersonName name, BirthDate birthDate, boolean male) {}

    public record Traits(String ethnicity, String religion, String maritalStatus, String bloodGroup) {}

    public record Life(CitizenStatus status, @Nullable LocalDate since) {}

    public record Home(@Nullable Long household, @Nullable String relation, @Nullable String residenceFile) {}

    public record Papers(
            @Nullable LocalDate cardIssued,
            @Nullable LocalDate cardExpires,
            @Nullable String mobile,
            @Nullable String email) {}

    /** @param state CURRENT, REPLACED or CANCELLED */
    public record Number(
            String digits, String state, LocalDate from, @Nullable LocalDate to, @Nullable String replacedBy) {}

    public record Residence(String kind, Address address, @Nullable LocalDate from, @Nullable LocalDate to) {}

    public record Relative(String kind, int position, Identity identity) {}

    /** The place of birth registration or the hometown, or where else the person is registered now. */
    @Nullable
    public Address placeOf(String kind) {
        Residence residence = residenceInForce(kind);
        return residence == null ? null : residence.address();
    }

    @Nullable
    public Residence residenceInForce(String kind) {
        return residences.stream()
                .filter(residence -> residence.to() == null && residence.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }

    public List<Residence> formerResidences() {
        return residences.stream().filter(residence -> residence.to() != null).toList();
    }

    @Nullable
    public Identity relative(String kind) {
        return relatives.stream()
                .filter(relative -> relative.kind().equals(kind))
                .map(Relative::identity)
                .findFirst()
                .orElse(null);
    }

    /** Children and represented persons, of whom there may be several. */
    public List<Relative> furtherRelatives() {
        return relatives.stream()
                .filter(relative ->
                        relative.kind().equals("CHILD") || relative.kind().equals("REPRESENTED"))
                .toList();
    }

    /** A household with its book and its head. */
    public record Household(long id, String book, long head, Address address) {}
}
