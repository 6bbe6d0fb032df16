package vn.dancu.bus.register;

import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;

/**
 * The one door to the population data.
 *
 * <p>Every method throws {@link vn.dancu.bus.kernel.BusException} with {@code register_unavailable} when the store does
 * not answer in {@code dancu.register.timeout}, and with {@code overloaded} when too many questions wait; an absent person is an outcome, never an exception.
 */
public interface PopulationRegister {

    /**
     * The citizen with that number, name and birth date, reading no more than the wanted fields (SoDinhDanh,
     * TrangThaiCongDan included only if wanted).
     */
    CitizenLookup findCitizen(PersonKey key, Set<FieldPath> wanted);

    /** The household of the citizen with that number, name and birth date. */
    HouseholdLookup findHousehold(PersonKey key, Set<FieldPath> wanted);

    /**
     * The person of that number, for the person's own door alone, which must prove that the person asks; empty when there is none, or
     * when the number was cancelled. A number that was replaced finds the person with the number now in force.
     */
    Optional<RegisteredPerson> findPerson(PersonalId number);
}
