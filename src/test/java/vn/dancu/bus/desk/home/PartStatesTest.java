package vn.dancu.bus.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import vn.dancu.bus.fixtures.ShiftedClock;

class PartStatesTest {

    private final ShiftedClock clock = new ShiftedClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger looks = new AtomicInteger();
    private Status database = Status.UP;

    private final PartStates states = new PartStates(
            ready(ReadinessState.ACCEPTING_TRAFFIC),
            () -> {
                looks.incrementAndGet();
                return database;
            },
            () -> Status.UNKNOWN,
            metrics,
            clock);

    @Test
    void namesEachPartWithItsState() {
        metrics.gauge("dancu.audit.relay.leading", 1);
        metrics.gauge("dancu.audit.relay.lag", 2.5);

        assertThat(words(states.now()))
                .containsExactly("doors WORKS", "database WORKS", "broker UNKNOWN", "events WORKS");
    }

    @Test
    void failsWhatIsDownAndEventsThatAreLate() {
        database = Status.OUT_OF_SERVICE;
        metrics.gauge("dancu.audit.relay.leading", 1);
        metrics.gauge("dancu.audit.relay.lag", 60);

        assertThat(words(states.now())).contains("database FAILS", "events FAILS");
    }

    @Test
    void cannotSayOfEventsWhereAnotherInstanceSendsThem() {
        metrics.gauge("dancu.audit.relay.leading", 0);

        assertThat(words(states.now())).contains("events UNKNOWN");
    }

    @Test
    void looksNotMoreOftenThanEveryFiveSeconds() {
        states.now();
        database = Status.DOWN;
        assertThat(words(states.now())).contains("database WORKS");
        assertThat(looks).hasValue(1);

        clock.shift(Duration.ofSeconds(6));

        assertThat(words(states.now())).contains("database FAILS");
        assertThat(looks).hasValue(2);
    }

    private static List<String> words(List<PartStates.Part> parts) {
        return parts.stream().map(part -> part.id() + " " + part.state()).toList();
    }

    private static ApplicationAvailability ready(ReadinessState state) {
        ApplicationAvailabilityBean bean = new ApplicationAvailabilityBean();
        bean.onApplicationEvent(new AvailabilityChangeEvent<>(PartStatesTest.class, state));
        return bean;
    }
}
