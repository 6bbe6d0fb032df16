package vn.dancu.bus.register;

import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;

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
}
