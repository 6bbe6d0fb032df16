package vn.dancu.bus.citizen.extract;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.relation.Relation;

/**
 * What an extract is asked for.
 *
 * @param asker who gets it
 * @param relation to the person of the record; null for the own record
 * @param channel the name of the partner at which the citizen asks
 */
public record ExtractOrder(ExtractNumber number, VerifiedCitizen asker, @Nullable Relation relation, String channel) {

    @Override
    public String toString() {
        return "ExtractOrder[" + number.id() + ", masked]";
    }
}
