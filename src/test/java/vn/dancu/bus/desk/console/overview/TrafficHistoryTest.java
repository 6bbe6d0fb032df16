package vn.dancu.bus.desk.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ShiftedClock;

class TrafficHistoryTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ShiftedClock clock = new ShiftedClock();
    private final TrafficHistory history = new TrafficHistory(registry, clock);
    private int samples;

    @Test
    void countsByDoorBetweenTwoReadingsTheBusiestFirst() {
        ask("rest", "h41-lgsp", "found", 1);
        sample();
        ask("rest", "h41-lgsp", "found", 30);
        ask("soap", "h41-lgsp", "not_found", 60);
        sample();

        TrafficHistory.Chart chart = history.chart("door");

        assertThat(chart.names()).containsExactly("soap", "rest");
        assertThat(chart.rate()).singleElement().satisfies(row -> assertThat(row.values())
                .satisfiesExactly(soap -> assertThat(soap).isBetween(119.0, 121.0), rest -> assertThat(rest)
                        .isBetween(59.0, 61.0)));
        assertThat(chart.latency().get(0).values())
                .allSatisfy(time -> assertThat(time).isBetween(9.9, 10.1));
    }

    @Test
    void saysNothingOfATimeInWhichNothingCame() {
        ask("rest", "h41-lgsp", "found", 1);
        sample();
        sample();

        assertThat(history.chart("partner").latency().get(0).values()).containsOnlyNulls();
        assertThat(history.chart("partner").rate().get(0).values()).containsExactly(0.0);
    }

    @Test
    void tellsRefusalsByARuleFromFaults() {
        sample();
        ask("rest", "h41-lgsp", "found", 5);
        ask("rest", "h41-lgsp", "partner_suspended", 3);
        ask("rest", "h41-lgsp", "internal_error", 2);
        sample();

        assertThat(TrafficSummary.of(history.outcomes(Duration.ofMinutes(5))))
                .isEqualTo(new TrafficSummary(10, 5, 3, 2));
    }

    @Test
    void keepsTwoHours() {
        for (int i = 0; i < 300; i++) {
            sample();
        }

        assertThat(history.chart("door").rate()).hasSize(240);
    }

    private void sample() {
        clock.shift(TrafficHistory.STEP.multipliedBy(samples++));
        history.sample();
    }

    private void ask(String door, String partner, String outcome, int times) {
        for (int i = 0; i < times; i++) {
            registry.timer("dancu.inquiry.calls", "door", door, "partner", partner, "service", "x", "outcome", outcome)
                    .record(Duration.ofMillis(10));
        }
    }
}
