package vn.dancu.bus.delivery.lane;

/** Learns of messages that this instance has put. */
@FunctionalInterface
public interface LaneSignal {

    /** Says that the destination may have a message; cheap, from any thread. */
    void wake(String channel, String destination);
}
