package vn.dancu.bus.register;

import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.ResultStatus;

/** The outcome of a search for a citizen. */
public sealed interface CitizenLookup {

    /** FOUND, ID_REPLACED, DECEASED or MISSING for found persons; NOT_FOUND, *_MISMATCH or ID_CANCELLED otherwise. */
    ResultStatus status();

    /** A person matches all that was asked. */
    record Found(ResultStatus status, Citizen citizen) implements CitizenLookup {}

    /** Nobody matches. */
    record Absent(ResultStatus status) implements CitizenLookup {}
}
