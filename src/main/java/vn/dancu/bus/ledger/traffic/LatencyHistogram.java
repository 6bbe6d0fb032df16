package vn.dancu.bus.ledger.traffic;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How many took how long, in fixed steps: each ends at 1.41 times the one before, from half a millisecond to 23 seconds; what
 * took longer is in the last one. Histograms of the same steps can be added, which percentiles cannot.
 */
public final class LatencyHistogram {

    private static final double FIRST_MILLIS = 0.5;
    private static final int STEPS = 33;
    private static final double[] UPPER_MILLIS = new double[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            UPPER_MILLIS[i] = FIRST_MILLIS * Math.pow(2, i / 2.0);
        }
    }

    private final long[] counts;

    private LatencyHistogram(long[] counts) {
        this.counts = counts;
    }

    public static LatencyHistogram empty() {
        return new LatencyHistogram(new long[STEPS]);
    }

    /** As {@link #counts} gave it; steps that are not there count nothing. */
    static LatencyHistogram of(long[] counts) {
        return new LatencyHistogram(Arrays.copyOf(counts, STEPS));
    }

    void record(Duration took) {
        double millis = took.toNanos() / 1_000_000.0;
        int step = Arrays.binarySearch(UPPER_MILLIS, millis);
        counts[Math.min(step < 0 ? -step - 1 : step, STEPS - 1)]++;
    }

    /** By step, without the empty ones at the end. */
    long[] counts() {
        int used = STEPS;
        while (used > 0 && counts[used - 1] == 0) {
            used--;
        }
        return Arrays.copyOf(counts, used);
    }

    LatencyHistogram plus(LatencyHistogram other) {
        long[] sum = counts.clone();
        for (int i = 0; i < STEPS; i++) {
            sum[i] += other.counts[i];
        }
        return new LatencyHistogram(sum);
    }

    /**
     * The time within which that share came to an end, in milliseconds; at most one step too high or too low.
     *
     * @param share above 0, at most 1: 0.95 for the 95th percentile
     * @return empty where there was nothing
     */
    public OptionalDouble percentile(double share) {
        long all = Arrays.stream(counts).sum();
        if (all == 0) {
            return OptionalDouble.empty();
        }
        double rank = Math.max(1, share * all);
        long below = 0;
        int step = 0;
        while (below + counts[step] < rank && step < STEPS - 1) {
            below += counts[step++];
        }
        double lower = step == 0 ? 0 : UPPER_MILLIS[step - 1];
        double part = counts[step] == 0 ? 1 : Math.min(1, (rank - below) / counts[step]);
        return OptionalDouble.of(lower + (UPPER_MILLIS[step] - lower) * part);
    }
}
