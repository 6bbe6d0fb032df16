package vn.dancu.bus.upstream;

import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.population.CitizenQuery;

/** What the other side knows the officers and procedures of our partners as. Thread-safe. */
@FunctionalInterface
public interface NationalIdentities {

    /**
     * For one question of a partner.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code officer_not_mapped} or {@code procedure_not_mapped} where a table is kept and has no
     *     entry
     */
    NationalIdentity of(PartnerId partner, CitizenQuery query);
}
