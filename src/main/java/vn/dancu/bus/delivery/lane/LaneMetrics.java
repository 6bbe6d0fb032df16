package vn.dancu.bus.delivery.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts what came of the attempts of this instance, by channel. */
final class LaneMetrics {

    private final MeterRegistry registry;

    LaneMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void attempted(String channel, AttemptOutcome outcome, Duration took) {
        Timer.builder("dancu.delivery.attempts")
                .description("Attempts to send a message, and how long the destination took")
                .tag("channel", channel)
                .tag("outcome", name(outcome))
                .register(registry)
                .record(took);
    }

    void paused(String channel) {
        Counter.builder("dancu.delivery.pauses")
                .description("Times a destination was left in peace after failures in a row")
                .tag("channel", channel)
                .register(registry)
                .increment();
    }

    static String name(AttemptOutcome outcome) {
        if (outcome instanceof AttemptOutcome.Delivered) {
            return "delivered";
        }
        if (outcome instanceof AttemptOutcome.Unreceipted) {
            return "sent";
        }
        return outcome instanceof AttemptOutcome.Died ? "dead" : "failed";
    }
}
