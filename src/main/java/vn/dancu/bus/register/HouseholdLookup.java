package vn.dancu.bus.register;

import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.ResultStatus;

/** The outcome of a search for a citizen's household. */
public sealed interface HouseholdLookup {

    /** As in {@link CitizenLookup#status()}; NOT_FOUND also for a person without a household. */
    ResultStatus status();

    /** The person and the household are there. */
    record Found(ResultStatus status, Household household) implements HouseholdLookup {}

    /** The person or the household was not found. */
    record Absent(ResultStatus status) implements HouseholdLookup {}
}
