package vn.dancu.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * What came of one round.
 *
 * @param target which service was loaded
 * @param connections over how many connections
 * @param answers right answers: status 200 with the number asked for
 * @param errors everything else
 * @param elapsed from the first request to the last right answer counted
 * @param p50 median latency in milliseconds
 * @param p99 99th percentile in milliseconds
 * @param worst the slowest in milliseconds
 * @param bytes mean size of the body of a right answer
 * @param complaints the first few wrong answers, as they came
 */
public record Round(
        String target,
        int connections,
        int answers,
        int errors,
        Duration elapsed,
        double p50,
        double p99,
        double worst,
        int bytes,
        List<String> complaints) {

    public Round {
        complaints = List.copyOf(complaints);
    }

    public double perSecond() {
        return answers / (elapsed.toNanos() / 1e9);
    }

    static Round of(
            String target,
            int connections,
            Latencies latencies,
            int errors,
            long elapsed,
            long bytes,
            List<String> complaints) {
        long[] sorted = latencies.sorted();
        return new Round(
                target,
                connections,
                sorted.length,
                errors,
                Duration.ofNanos(elapsed),
                quantile(sorted, 0.50),
                quantile(sorted, 0.99),
                quantile(sorted, 1.0),
                sorted.length == 0 ? 0 : (int) (bytes / sorted.length),
                complaints);
    }

    private static double quantile(long[] sorted, double quantile) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(quantile * sorted.length) - 1;
        return sorted[Math.max(0, rank)] / 1e6;
    }
}
