package vn.dancu.bus.citizen.relation;

import java.util.List;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.PersonalId;

/** The persons for whom a citizen may ask. */
public interface RelatedPersons {

    /**
     * All of them, children first. Recorded before it returns, for each person as {@code citizen.relation_shown}.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code register_unavailable}, {@code overloaded}
     */
    List<Relation> list(VerifiedCitizen citizen);

    /**
     * The person of that number, whose relation to the citizen the register records.
     *
     * @param field the field of the question that holds the number, for the refusal
     * @throws vn.dancu.bus.kernel.BusException {@code relation_not_recorded}, whether there is no such person, no relation, or the child is of age
     */
    Relation find(VerifiedCitizen citizen, PersonalId number, String field);
}
