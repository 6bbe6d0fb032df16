package vn.dancu.bus.audit.trail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Measures appending; no label identifies a partner or a person. */
final class AppendMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Timer commit;
    private final Counter failed;
    private final Counter overloaded;
    private final Counter repeated;
    private final Counter writtenAgain;

    AppendMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batch = DistributionSummary.builder("dancu.audit.batch")
                .description("Records in one commit")
                .register(registry);
        this.commit = Timer.builder("dancu.audit.commit")
                .description("Time of one commit")
                .register(registry);
        this.failed = counter("dancu.audit.failed", "Answers that were refused since their record was not durable");
        this.overloaded = counter("dancu.audit.overloaded", "Answers that were refused since too many records waited");
        this.repeated = counter("dancu.audit.repeated", "Replays that were refused without asking the database");
        this.writtenAgain = counter(
                "dancu.audit.written.again",
                "Batches that were written a second time, for a once-key that had been used");
    }

    void watchPending(Supplier<Number> pending) {
        Gauge.builder("dancu.audit.waiting", pending)
                .description("Answers that wait for their record")
                .register(registry);
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

    void repeated() {
        repeated.increment();
    }

    void writtenAgain() {
        writtenAgain.increment();
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
