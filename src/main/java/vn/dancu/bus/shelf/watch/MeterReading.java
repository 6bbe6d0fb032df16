package vn.dancu.bus.shelf.watch;

/**
 * What went through a route or a step of one.
 *
 * @param exchanges messages
 * @param failed those that ended in an error, handled by the route or not
 * @param nanos time of all together
 */
public record MeterReading(long exchanges, long failed, long nanos) {

    public static final MeterReading NOTHING = new MeterReading(0, 0, 0);

    MeterReading since(MeterReading earlier) {
        // A route that was exchanged in between counts from zero.
        return exchanges < earlier.exchanges
                ? this
                : new MeterReading(exchanges - earlier.exchanges, failed - earlier.failed, nanos - earlier.nanos);
    }

    double failedPercent() {
        return exchanges == 0 ? 0 : 100.0 * failed / exchanges;
    }

    /** Mean time of a message in microseconds. */
    public long meanMicros() {
        return exchanges == 0 ? 0 : nanos / exchanges / 1_000;
    }
}
