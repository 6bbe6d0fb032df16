package vn.dancu.bus.enrichment.provenance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dancu.bus.kernel.PersonalId;

/** Groups of people with their origins and their history, for rooms that record who looks. */
public interface GroupOrigins {

    /** Whom the number leads to in the register; one that was replaced is followed. */
    Optional<Long> person(PersonalId number);

    /** By person, then by group; people of whom nothing is held are not there. */
    Map<Long, List<HeldGroup>> of(List<Long> people);
}
