package vn.dancu.bus.sandbox.guide;

import java.util.List;
import java.util.Optional;

/** The synthetic people of the register, for whoever needs somebody to ask about. */
public interface SyntheticPeople {

    /** So many people of that kind at most, always in the same order. */
    List<SyntheticPerson> list(PeopleKind kind, int limit);

    /** The person of that number, in force or replaced; empty where nobody has it. */
    Optional<SyntheticPerson> find(String number);
}
