package vn.dancu.bus.sms.inbound;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts what came and how it ended; no label identifies a subscriber. */
final class InboundMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batch;

    InboundMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batch = DistributionSummary.builder("dancu.sms.batch")
                .description("Messages of subscribers in one commit")
                .register(registry);
    }

    void taken(List<InboundMetrics.TakeResult> results, int messages) {
        batch.record(messages);
        results.forEach(
                one -> registry.counter("dancu.sms.received", "operator", one.operator(), "outcome", one.outcome())
                        .increment(one.count()));
    }

    void ended(String operator, TextOutcome outcome) {
        registry.counter("dancu.sms.ended", "operator", operator, "outcome", outcome.name())
                .increment();
    }

    /**
     * How many of one kind.
     *
     * @param outcome {@code TEXT}, {@code PART}, {@code RECEIPT}, {@code REPEATED}, or how a text ended at once
     */
    record TakeResult(String operator, String outcome, long count) {}
}
