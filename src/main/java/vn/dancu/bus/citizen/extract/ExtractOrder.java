package vn.dancu.bus.citizen.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.relation.Relation;
import vn.dancu.bus.kernel.FieldPath;

/**
 * What an extract is asked for.
 *
 * @param asker who gets it
 * @param relation to the person of the record; null for the own record
 * @param channel the name of the partner at which the citizen asks
 * @param fields of which it is asked for; empty for all
 */
public record ExtractOrder(
        ExtractNumber number,
        VerifiedCitizen asker,
        @Nullable Relation relation,
        String channel,
        Set<FieldPath> fields) {

    public ExtractOrder {
        fields = Set.copyOf(fields);
    }

    @Override
    public String toString() {
        return "ExtractOrder[" + number.id() + ", masked]";
    }
}
