package vn.dancu.bench.load;

import java.util.Arrays;

/** Every latency of one round, in nanoseconds, kept whole: the percentiles are exact. */
final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int size;

    void add(long elapsed) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = elapsed;
    }

    int size() {
        return size;
    }

    /** The latencies in ascending order. */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
