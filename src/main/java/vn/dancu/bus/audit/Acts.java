package vn.dancu.bus.audit;

import java.util.List;
import java.util.UUID;

/** The record of what people, partners and the bus itself did in its administration. */
public interface Acts {

    /**
     * Writes the act in the transaction of the caller, which must have one: the act stands with the change that it tells
     * of, or neither does. Its event reaches Kafka as every other does.
     *
     * @return the id of the event
     * @throws IllegalStateException when the caller has no transaction
     */
    UUID record(Act act);

    /** Several acts of one transaction, in their order and in one round trip. */
    default void recordAll(List<Act> acts) {
        acts.forEach(this::record);
    }
}
