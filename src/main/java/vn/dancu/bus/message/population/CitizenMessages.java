package vn.dancu.bus.message.population;

import java.util.List;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.Node;

/**
 * The citizen in one shape: the element {@code CongDan} as it stands in a collection, of which there may be many.
 *
 * <pre>{@code
 * Citizen citizen = context.citizens(CitizenShape.OFFICIAL).citizen(element);
 * context.citizens(CitizenShape.LIVE).losses(citizen);      // [HoVaTen]: its parts would not come back
 * }</pre>
 */
public interface CitizenMessages {

    /** The element of that citizen; its extensions stand last. */
    Node element(Citizen citizen);

    /** The citizen of an element of this shape; what the schema does not know is in its extensions. */
    Citizen citizen(Node element);

    /** The fields that would not come back from this shape as they went in; empty where it carries the whole. */
    List<FieldPath> losses(Citizen citizen);
}
