package vn.dancu.bus.ledger.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.ledger.traffic.TrafficMeter.Outcome;

class TrafficBookTest {

    private final ShiftedClock clock = new ShiftedClock();
    private final TrafficBook book = new TrafficBook(clock);

    @Test
    void countsAQuestionByDoorPartnerAndService() {
        ask(Outcome.ANSWERED);
        ask(Outcome.REFUSED);
        ask(Outcome.FAILED);

        assertThat(book.changed())
                .hasSize(3)
                .allSatisfy(entry -> {
                    assertThat(entry.count().answered()).isEqualTo(1);
                    assertThat(entry.count().refused()).isEqualTo(1);
                    assertThat(entry.count().failed()).isEqualTo(1);
                })
                .extracting(
                        entry -> entry.key().tag().code() + "=" + entry.key().value())
                .containsExactlyInAnyOrder("door=rest", "partner=h41-lgsp", "service=x");
    }

    @Test
    void givesAMinuteAgainOnlyWhenItHasChanged() {
        ask(Outcome.ANSWERED);
        List<TrafficBook.Entry> first = book.changed();
        ask(Outcome.ANSWERED);
        book.written(first);

        assertThat(book.changed())
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.count().answered()).isEqualTo(2));
        book.written(book.changed());
        assertThat(book.changed()).isEmpty();
    }

    @Test
    void keepsWhatCouldNotBeWrittenForAnHour() {
        ask(Outcome.ANSWERED);
        clock.shift(Duration.ofMinutes(50));
        book.written(List.of());
        assertThat(book.changed()).hasSize(3);

        clock.shift(Duration.ofMinutes(70));
        book.written(List.of());
        assertThat(book.changed()).isEmpty();
    }

    private void ask(Outcome outcome) {
        book.ended("rest", "h41-lgsp", "x", outcome, Duration.ofMillis(10));
    }
}
