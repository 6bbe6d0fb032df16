package vn.dancu.bus.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the trail may have otherwise than the ledger without anything being lost. */
class BalanceTest {

    @Test
    void isEvenWhereTheTrailHasTheSameAndWhileItWasNotRead() {
        assertThat(line("rest", 0, new Balance.Recorded(5, 2, 0, 0, false)).isEven())
                .isTrue();
        assertThat(line("rest", 0, null).isEven()).isTrue();
    }

    @Test
    void countsAnAnswerWithoutARecordAtEveryDoor() {
        assertThat(line("adapter", 0, new Balance.Recorded(4, 2, 0, 0, false)).unrecorded())
                .isEqualTo(1);
        assertThat(line("jms", 0, new Balance.Recorded(4, 2, 0, 0, true)).isEven())
                .isFalse();
    }

    @Test
    void knowsWhyTheTrailMayHaveMoreAnswers() {
        assertThat(line("jms", 0, new Balance.Recorded(7, 2, 0, 0, false)).uncounted())
                .isEqualTo(2);
        assertThat(line("jms", 0, new Balance.Recorded(7, 2, 1, 1, false)).uncounted())
                .as("one did not leave, one was asked again after a failure")
                .isZero();
        assertThat(line("rest", 2, new Balance.Recorded(7, 2, 0, 0, false)).uncounted())
                .as("in work when their instance was killed")
                .isZero();
        assertThat(line("rest", 0, new Balance.Recorded(6, 1, 0, 0, false)).uncounted())
                .as("its caller had hung up before anything left")
                .isZero();
        assertThat(line("adapter", 0, new Balance.Recorded(90, 2, 0, 0, false)).isEven())
                .as("a call asks several questions")
                .isTrue();
    }

    @Test
    void recoversWhatAKilledInstanceCouldNotCount() {
        Balance line = line("rest", 0, new Balance.Recorded(8, 2, 0, 0, true));

        assertThat(line.recovered()).isEqualTo(3);
        assertThat(line.isEven()).isTrue();
    }

    /** Five answers and two refusals. */
    private static Balance line(String door, long interrupted, Balance.@Nullable Recorded recorded) {
        return new Balance(Instant.EPOCH, door, "h41-lgsp", 7 + interrupted, 5, 2, 0, 0, interrupted, 0, recorded);
    }
}
