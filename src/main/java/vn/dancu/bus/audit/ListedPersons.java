package vn.dancu.bus.audit;

import java.util.List;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;

/** The record of people whose data stands in a list that somebody asked for, however many they are. */
@FunctionalInterface
public interface ListedPersons {

    /** The act that is recorded for each. */
    String ACTION = "listing.person_listed";

    /**
     * Records an act for each person, all in one statement of the caller's transaction, which must have one: who is in a list has the
     * record, or the list does not come about.
     *
     * @throws IllegalStateException when the caller has no transaction
     */
    void record(Listing listing, List<PersonalId> persons);

    /**
     * The list.
     *
     * @param subject such as {@code list/<id>}
     * @param fields what the list has of each person
     */
    record Listing(String subject, PartnerId partner, ServiceCode service, Purpose purpose, Set<FieldPath> fields) {}
}
