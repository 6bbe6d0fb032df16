package vn.dancu.bus.register;

import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.ResultStatus;

/** What came of looking for a citizen's household. */
public sealed interface HouseholdLookup {

    /** As in {@link CitizenLookup#status()}; NOT_FOUND also for a person without a household. */
    ResultStatus status();

    /** The person and the household are there. */
    record Found(ResultStatus status, Household household) implements HouseholdLookup {}

    /** One of them is not. */
    record Absent(ResultStatus status) implements HouseholdLookup {}
}
