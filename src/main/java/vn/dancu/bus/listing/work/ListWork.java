package vn.dancu.bus.listing.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.listing.ListCriteria;
import vn.dancu.bus.listing.ListForm;
import vn.dancu.bus.listing.ListService;

/**
 * A request that is worked on.
 *
 * @param after where in the register its next piece begins
 * @param pieces how many it has
 * @param failures how often in a row it could not go on
 */
record ListWork(
        UUID id,
        PartnerId partner,
        ListService service,
        Purpose purpose,
        List<FieldPath> fields,
        ListCriteria criteria,
        ListForm form,
        boolean countOnly,
        Instant requestedAt,
        long after,
        long listed,
        int pieces,
        int failures) {

    /** As records and claim checks name it. */
    static String subject(UUID id) {
        return "list/" + id;
    }
}
