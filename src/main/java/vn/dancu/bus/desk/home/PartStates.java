package vn.dancu.bus.desk.home;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

/**
 * Whether the parts that this instance needs work: a word for each and no detail. They are looked at when somebody asks, and
 * not more often than every few seconds, so that a page open to everybody loads nothing.
 */
public final class PartStates {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final double EVENTS_LATE_SECONDS = 60;

    private final ApplicationAvailability doors;
    private final Supplier<Status> database;
    private final Supplier<Status> broker;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Lock looking = new ReentrantLock();
    private volatile List<Part> parts = List.of();
    private volatile Instant lookedAt = Instant.EPOCH;

    PartStates(
            ApplicationAvailability doors,
            Supplier<Status> database,
            Supplier<Status> broker,
            MeterRegistry metrics,
            Clock clock) {
        this.doors = doors;
        this.database = database;
        this.broker = broker;
        this.metrics = metrics;
        this.clock = clock;
    }

    public enum State {
        WORKS,
        FAILS,
        UNKNOWN
    }

    public record Part(String id, State state) {}

    /** Whoever asks while somebody looks gets what was seen before: a server that is away keeps no thread but one waiting. */
    public List<Part> now() {
        if (clock.instant().isAfter(lookedAt.plus(KEPT)) && looking.tryLock()) {
            try {
                parts = List.of(
                        new Part("doors", accepting() ? State.WORKS : State.FAILS),
                        new Part("database", state(database.get())),
                        new Part("broker", state(broker.get())),
                        new Part("events", events()));
                lookedAt = clock.instant();
            } finally {
                looking.unlock();
            }
        }
        return parts;
    }

    private boolean accepting() {
        return doors.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
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
