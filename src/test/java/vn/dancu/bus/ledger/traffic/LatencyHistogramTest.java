package vn.dancu.bus.ledger.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    @Test
    void findsPercentilesWithinOneStepOfTheTruth() {
        Random random = new Random(41);
        double[] millis = random.doubles(10_000)
                .map(share -> Math.exp(share * 8) / 2)
                .sorted()
                .toArray();
        LatencyHistogram histogram = LatencyHistogram.empty();
        Arrays.stream(millis).forEach(each -> histogram.record(Duration.ofNanos((long) (each * 1_000_000))));

        for (double share : new double[] {0.5, 0.95, 0.99}) {
            double truth = millis[(int) (share * millis.length) - 1];
            assertThat(histogram.percentile(share).orElseThrow()).isCloseTo(truth, Percentage.withPercentage(20));
        }
    }

    @Test
    void addsUpWhatSeveralInstancesSaw() {
        LatencyHistogram fast = LatencyHistogram.empty();
        LatencyHistogram slow = LatencyHistogram.empty();
        for (int i = 0; i < 90; i++) {
            fast.record(Duration.ofMillis(2));
        }
        for (int i = 0; i < 10; i++) {
            slow.record(Duration.ofMillis(900));
        }
        LatencyHistogram all = fast.plus(slow);

        assertThat(all.percentile(0.5).orElseThrow()).isCloseTo(2, within(1.0));
        assertThat(all.percentile(0.95).orElseThrow()).isCloseTo(900, within(200.0));
        assertThat(LatencyHistogram.of(all.counts()).percentile(0.99)).isEqualTo(all.percentile(0.99));
    }

    @Test
    void holdsTheShortestAndTheLongestTimes() {
        LatencyHistogram histogram = LatencyHistogram.empty();
        assertThat(histogram.percentile(0.5)).isEmpty();

        histogram.record(Duration.ZERO);
        histogram.record(Duration.ofHours(1));

        assertThat(histogram.percentile(0.01).orElseThrow()).isLessThanOrEqualTo(0.5);
        assertThat(histogram.percentile(1).orElseThrow()).isGreaterThan(20_000);
    }
}
