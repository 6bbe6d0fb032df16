package vn.dancu.bus.audit.relay;

/** Makes the relays of the topics of other rooms. */
@FunctionalInterface
public interface EventRelays {

    /**
     * A relay that works as soon as the routes run.
     *
     * @param metrics the prefix of its metrics, such as {@code dancu.feed}
     */
    EventRelay relay(EventTopic topic, RelaySource source, String metrics);
}
