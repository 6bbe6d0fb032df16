package vn.dancu.bus.audit.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Measures the relay on this instance. */
final class RelayMetrics {

    private final Clock clock;
    private final Counter relayed;
    private final Counter failed;
    private volatile @Nullable Instant oldest;
    private volatile boolean leading;

    /** @param prefix of the names, such as {@code dancu.audit} */
    RelayMetrics(String prefix, MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.relayed = Counter.builder(prefix + ".relayed")
                .description("Events that Kafka has acknowledged")
                .register(registry);
        this.failed = Counter.builder(prefix + ".relay.failed")
                .description("Times the relay had to begin again")
                .register(registry);
        Gauge.builder(prefix + ".relay.lag", this::lagSeconds)
                .description("Age in seconds of the oldest event not yet in Kafka")
                .register(registry);
        Gauge.builder(prefix + ".relay.leading", () -> leading ? 1 : 0)
                .description("1 on the instance that relays, else 0")
                .register(registry);
    }

    void relayed(int events) {
        relayed.increment(events);
    }

    void failed() {
        failed.increment();
    }

    /** When the oldest event that is not in Kafka yet occurred; null when there is none, or another instance leads. */
    void oldest(@Nullable Instant occurredAt) {
        oldest = occurredAt;
    }

    void leading(boolean now) {
        leading = now;
    }

    private double lagSeconds() {
        Instant since = oldest;
        return since == null ? 0 : Duration.between(since, Instant.now(clock)).toMillis() / 1000.0;
    }
}
