package vn.dancu.bus.desk.home;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

/**
 * Whether the parts that this instance needs work: a word for each and no detail. They are looked at when somebody asks, and
 * not more often than every few seconds, so that a page open to everybody loads nothing.
 */
final class PartStates {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final double EVENTS_LATE_SECONDS = 60;

    private final ApplicationAvailability doors;
    private final HealthEndpoint health;
    private final HealthIndicator broker;
    private final MeterRegistry metrics;
    private final Clock clock;
    private List<Part> parts = List.of();
    private Instant lookedAt = Instant.MIN;

    PartStates(
            ApplicationAvailability doors,
            HealthEndpoint health,
            HealthIndicator broker,
            MeterRegistry metrics,
            Clock clock) {
        this.doors = doors;
        this.health = health;
        this.broker = broker;
        this.metrics = metrics;
        this.clock = clock;
    }

    enum State {
        WORKS,
        FAILS,
        UNKNOWN
    }

    record Part(String id, State state) {}

    /** Those who ask while somebody looks wait for the same look. */
    synchronized List<Part> now() {
        Instant now = clock.instant();
        if (now.isAfter(lookedAt.plus(KEPT))) {
            parts = List.of(
                    new Part("doors", accepting() ? State.WORKS : State.FAILS),
                    new Part("database", healthOf("db")),
                    new Part("broker", state(broker.health().getStatus())),
                    new Part("events", events()));
            lookedAt = now;
        }
        return parts;
    }

    private boolean accepting() {
        return doors.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    private State healthOf(String contributor) {
        HealthComponent found = health.healthForPath(contributor);
        return found == null ? State.UNKNOWN : state(found.getStatus());
    }

    private static State state(Status status) {
        if (Status.UP.equals(status)) {
            return State.WORKS;
        }
        return Status.UNKNOWN.equals(status) ? State.UNKNOWN : State.FAILS;
    }

    /** The relay runs on one instance; the others cannot say. */
    private State events() {
        if (value("dancu.audit.relay.leading") < 1) {
            return State.UNKNOWN;
        }
        return value("dancu.audit.relay.lag") < EVENTS_LATE_SECONDS ? State.WORKS : State.FAILS;
    }

    private double value(String name) {
        @Nullable Gauge gauge = metrics.find(name).gauge();
        return gauge == null ? 0 : gauge.value();
    }
}
