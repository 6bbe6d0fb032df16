package vn.dancu.bus.ledger.traffic;

/**
 * Questions of some time.
 *
 * @param refused by a rule
 * @param failed through a fault of the bus or of what it needs
 */
public record TrafficCount(long answered, long refused, long failed, LatencyHistogram latency) {

    public static TrafficCount none() {
        return new TrafficCount(0, 0, 0, LatencyHistogram.empty());
    }

    public long all() {
        return answered + refused + failed;
    }

    public TrafficCount plus(TrafficCount other) {
        return new TrafficCount(
                answered + other.answered, refused + other.refused, failed + other.failed, latency.plus(other.latency));
    }
}
