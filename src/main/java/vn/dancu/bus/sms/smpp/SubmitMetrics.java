package vn.dancu.bus.sms.smpp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;

/** Counts submissions, and shows whether an operator is bound. */
final class SubmitMetrics {

    private static final String OPERATOR = "operator";

    private final MeterRegistry registry;

    SubmitMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(String operator, BooleanSupplier isBound) {
        Gauge.builder("dancu.sms.bound", () -> isBound.getAsBoolean() ? 1 : 0)
                .description("Whether the operator is bound")
                .tag(OPERATOR, operator)
                .register(registry);
    }

    /** @param outcome {@code TAKEN}, {@code REFUSED}, {@code THROTTLED} or {@code FAILED} */
    void submitted(String operator, String outcome) {
        registry.counter("dancu.sms.submitted", OPERATOR, operator, "outcome", outcome)
                .increment();
    }

    /** The end of a text was left out, since it has more parts than the operator's setting allows. */
    void cut(String operator) {
        registry.counter("dancu.sms.cut", OPERATOR, operator).increment();
    }

    /** The number that the operator gave is lost: no receipt will find its message. */
    void unnoted(String operator) {
        submitted(operator, "UNNOTED");
    }
}
