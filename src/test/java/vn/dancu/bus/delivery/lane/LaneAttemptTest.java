package vn.dancu.bus.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.trace.Traces;

class LaneAttemptTest {

    private static final Clock CLOCK = new ShiftedClock();

    /** Whatever breaks beside the sending itself, the lane learns what became of the message. */
    @Test
    void aMessageHasAnOutcomeThoughCountingItFails() {
        LaneMetrics broken = new LaneMetrics(new SimpleMeterRegistry() {
            @Override
            protected io.micrometer.core.instrument.Timer newTimer(
                    io.micrometer.core.instrument.Meter.Id id,
                    io.micrometer.core.instrument.distribution.DistributionStatisticConfig histogram,
                    io.micrometer.core.instrument.distribution.pause.PauseDetector pauses) {
                throw new IllegalStateException("The registry is full");
            }
        });

        assertThat(attempt(broken).make(message("receipt"))).isInstanceOf(AttemptOutcome.Died.class);
    }

    @Test
    void aMessageIsPostponedWhereSomethingUnforeseenBreaks() {
        ClaimedMessage message = message(JdbcClaims.UNRECEIPTED);

        assertThat(attempt(new LaneMetrics(new SimpleMeterRegistry()), true).make(message))
                .isInstanceOfSatisfying(AttemptOutcome.Postponed.class, postponed -> {
                    assertThat(postponed.error()).isEqualTo("java.lang.IllegalStateException");
                    assertThat(postponed.until()).isAfter(CLOCK.instant());
                });
    }

    private static LaneAttempt attempt(LaneMetrics metrics) {
        return attempt(metrics, false);
    }

    private static LaneAttempt attempt(LaneMetrics metrics, boolean isPlanBroken) {
        DeliverySettings settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("dancu.delivery.folder", "target/lane-attempt")))
                .bind("dancu.delivery", DeliverySettings.class)
                .get();
        LaneKey lane = new LaneKey("axis", "main");
        RetrySchedule schedule = new RetrySchedule(settings.plan("axis", "main"), () -> {
            if (isPlanBroken) {
                throw new IllegalStateException("No chance");
            }
            return 0.5;
        });
        // Without a seal no content can be read: what is tried dies.
        LaneParts parts =
                new LaneParts(null, null, null, null, null, settings, Runnable::run, metrics, Traces.NONE, CLOCK);
        return new LaneAttempt(lane, parts, schedule, attempt -> null);
    }

    private static ClaimedMessage message(String lastError) {
        return new ClaimedMessage(
                1,
                UUID.randomUUID(),
                null,
                null,
                "text/plain",
                "",
                0,
                2,
                Instant.now().minus(Duration.ofSeconds(1)),
                lastError,
                new byte[0]);
    }
}
