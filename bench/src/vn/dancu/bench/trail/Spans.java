package vn.dancu.bench.trail;

import java.util.Arrays;

/** How long the single calls took, sorted. */
public record Spans(long[] nanos) {

    public static Spans of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Spans(sorted);
    }

    /** Milliseconds below which that share of the calls stayed. */
    public double millis(double share) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.min(nanos.length - 1L, Math.round(share * (nanos.length - 1)));
        return nanos[index] / 1e6;
    }
}
