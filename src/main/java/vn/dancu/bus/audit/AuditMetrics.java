package vn.dancu.bus.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What operators see of the trail; no label says who or about whom. */
final class AuditMetrics {

    private final MeterRegistry registry;
    private final Clock clock;
    private final DistributionSummary batch;
    private final Timer commit;
    private final Counter failed;
    private final Counter overloaded;
    private final Counter relayed;
    private final Counter relayFailed;
    private volatile @Nullable Instant oldest;
    private volatile boolean leading;

    AuditMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.batch = DistributionSummary.builder("dancu.audit.batch")
                .description("Records in one commit")
                .register(registry);
        this.commit = Timer.builder("dancu.audit.commit")
                .description("Time of one commit")
                .register(registry);
        this.failed = counter("dancu.audit.failed", "Answers that were refused since their record was not durable");
        this.overloaded = counter("dancu.audit.overloaded", "Answers that were refused since too many records waited");
        this.relayed = counter("dancu.audit.relayed", "Events that Kafka has acknowledged");
        this.relayFailed = counter("dancu.audit.relay.failed", "Times the relay had to begin again");
        gauge("dancu.audit.relay.lag", "Age in seconds of the oldest event not yet in Kafka", this::lagSeconds);
        gauge("dancu.audit.relay.leading", "1 on the instance that relays, else 0", () -> leading ? 1 : 0);
    }

    void watchWaiting(Supplier<Number> waiting) {
        gauge("dancu.audit.waiting", "Answers that wait for their record", waiting);
    }

    void committed(int records, long nanos) {
        batch.record(records);
        commit.record(nanos, TimeUnit.NANOSECONDS);
    }

    void failed() {
        failed.increment();
    }

    void overloaded() {
        overloaded.increment();
    }

    void relayed(int events) {
        relayed.increment(events);
    }

    void relayFailed() {
        relayFailed.increment();
    }

    /** When the oldest event that is not in Kafka yet occurred; null when there is none, or another instance knows. */
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

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
