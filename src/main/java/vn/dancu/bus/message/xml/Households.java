package vn.dancu.bus.message.xml;

import java.util.List;
import vn.dancu.bus.message.Household;

/** The household of which nothing is told: on the wire an empty element. */
final class Households {

    static final Household NOTHING = new Household(null, null, null, List.of());

    private Households() {}
}
