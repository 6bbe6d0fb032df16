package vn.dancu.bus.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.delivery.DeliverySettings;

class RetryScheduleTest {

    private static final Instant FIRST = Instant.parse("2026-11-29T00:00:00Z");

    private final DeliverySettings.Plan plan =
            new DeliverySettings.Plan(Duration.ofSeconds(1), 3, Duration.ofSeconds(20), 0.5, Duration.ofMinutes(1), 10);

    @Test
    void growsByTheFactorUpToTheLongestPause() {
        RetrySchedule schedule = new RetrySchedule(plan, () -> 0);

        assertThat(schedule.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(schedule.pause(2)).isEqualTo(Duration.ofSeconds(3));
        assertThat(schedule.pause(3)).isEqualTo(Duration.ofSeconds(9));
        assertThat(schedule.pause(4)).isEqualTo(Duration.ofSeconds(20));
        assertThat(schedule.pause(1000)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void shortensAPauseByTheJitterAtMost() {
        assertThat(new RetrySchedule(plan, () -> 0.999999).pause(1)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void givesUpAfterItsTimeAndAfterItsAttempts() {
        RetrySchedule schedule = new RetrySchedule(plan, () -> 0);

        assertThat(schedule.after(1, FIRST, FIRST)).contains(FIRST.plusSeconds(1));
        assertThat(schedule.after(4, FIRST, FIRST.plusSeconds(40))).contains(FIRST.plusSeconds(60));
        assertThat(schedule.after(4, FIRST, FIRST.plusSeconds(41))).isEmpty();
        assertThat(schedule.after(10, FIRST, FIRST)).isEmpty();
    }
}
