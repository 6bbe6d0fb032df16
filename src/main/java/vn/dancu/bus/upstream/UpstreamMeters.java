package vn.dancu.bus.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures calls by the name of their upstream. */
final class UpstreamMeters {

    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final Counter otherPersons;

    UpstreamMeters(MeterRegistry registry) {
        this.registry = registry;
        this.otherPersons = Counter.builder("dancu.upstream.other.person")
                .description("Answers of other services about a person that was not asked for")
                .register(registry);
    }

    void watch(Upstreams.Upstream upstream) {
        Gauge.builder("dancu.upstream.asking", upstream.gate(), CallGate::asking)
                .description("Questions that wait for the answer of another service")
                .tag("upstream", upstream.name())
                .register(registry);
        Gauge.builder("dancu.upstream.breaker", upstream.gate(), gate -> opened(gate.state()))
                .description("0 when the service is asked, 1 when it is left alone for a while, 0.5 when it is tried")
                .tag("upstream", upstream.name())
                .register(registry);
    }

    void ended(String upstream, String outcome, Duration took) {
        timers.computeIfAbsent(upstream + ' ' + outcome, key -> Timer.builder("dancu.upstream.calls")
                        .description("Questions to another service, with all attempts")
                        .tag("upstream", upstream)
                        .tag("outcome", outcome)
                        .register(registry))
                .record(took);
    }

    void otherPerson() {
        otherPersons.increment();
    }

    private static double opened(CircuitBreaker.State state) {
        return switch (state) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 0.5;
            case OPEN, FORCED_OPEN -> 1;
        };
    }
}
