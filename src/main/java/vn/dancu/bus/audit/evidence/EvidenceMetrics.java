package vn.dancu.bus.audit.evidence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Measures sealing and time-stamping on this instance. */
final class EvidenceMetrics {

    private final Clock clock;
    private final Counter sealed;
    private final Counter sealFailed;
    private final Counter stampFailed;
    private volatile @Nullable Instant oldest;

    EvidenceMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.sealed = counter(registry, "dancu.audit.sealed", "Records that this instance has sealed");
        this.sealFailed = counter(registry, "dancu.audit.seal.failed", "Times sealing had to begin again");
        this.stampFailed = counter(registry, "dancu.audit.stamp.failed", "Times the time-stamp authority gave none");
        Gauge.builder("dancu.audit.seal.lag", this::lagSeconds)
                .description("Age in seconds of the oldest record that no seal covers")
                .register(registry);
    }

    void sealed(int records) {
        sealed.increment(records);
    }

    void sealFailed() {
        sealFailed.increment();
    }

    void stampFailed() {
        stampFailed.increment();
    }

    void oldestUnsealed(@Nullable Instant occurredAt) {
        oldest = occurredAt;
    }

    private double lagSeconds() {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, Instant.now(clock)).toMillis() / 1000.0);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
