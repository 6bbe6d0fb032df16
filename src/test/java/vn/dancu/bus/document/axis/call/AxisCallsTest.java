package vn.dancu.bus.document.axis.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.AxisSettings.Codes;
import vn.dancu.bus.document.AxisSettings.Credentials;
import vn.dancu.bus.document.AxisSettings.Http;
import vn.dancu.bus.document.AxisSettings.Retry;
import vn.dancu.bus.document.AxisSettings.Transport;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisFailure.Kind;
import vn.dancu.bus.document.axis.AxisVerb;
import vn.dancu.bus.fixtures.ShiftedClock;

class AxisCallsTest {

    private final ShiftedClock clock = new ShiftedClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AxisCalls calls = new AxisCalls("main", account(), meters, clock);
    private int tries;

    private static Account account() {
        return new Account(
                Transport.VXP,
                URI.create("http://127.0.0.1:1"),
                "H41",
                new Credentials("H41", "synthetic"),
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(1),
                false,
                new Http(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), null, null),
                new Retry(3, Duration.ZERO),
                Map.of(AxisVerb.COUNT, new Retry(5, Duration.ZERO)),
                new Codes(Set.of(), Set.of()));
    }

    private int triesOf(AxisVerb verb, Kind kind) {
        tries = 0;
        assertThatExceptionOfType(AxisFailure.class)
                .isThrownBy(() -> calls.run(verb, () -> {
                    tries++;
                    throw AxisFailure.of(kind, "verb", "rule", null);
                }));
        return tries;
    }

    @Test
    void triesByThePlanOfTheVerbAndNeverTwiceWhatWouldBeDoneTwice() {
        assertThat(triesOf(AxisVerb.GET, Kind.UNAVAILABLE)).isEqualTo(3);
        assertThat(triesOf(AxisVerb.GET, Kind.UNREADABLE)).isEqualTo(3);
        assertThat(triesOf(AxisVerb.COUNT, Kind.UNAVAILABLE)).isEqualTo(5);
        assertThat(triesOf(AxisVerb.SEND, Kind.UNAVAILABLE)).isEqualTo(1);
        assertThat(triesOf(AxisVerb.GET, Kind.ACCOUNT)).isEqualTo(1);
        assertThat(triesOf(AxisVerb.GET, Kind.REFUSED)).isEqualTo(1);
        assertThat(meters.get("dancu.document.axis.calls")
                        .tags("verb", "get", "outcome", "unreadable")
                        .timer()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void showsHowLongNoListCouldBeRead() {
        calls.run(AxisVerb.RECEIVED, () -> 1);
        calls.run(AxisVerb.RECEIVED_STATUS, () -> 1);
        clock.shift(Duration.ofHours(1));
        triesOf(AxisVerb.RECEIVED, Kind.UNREADABLE);
        calls.run(AxisVerb.RECEIVED_STATUS, () -> 1);

        assertThat(silence()).isBetween(3600.0, 3660.0);
        calls.run(AxisVerb.RECEIVED, () -> 1);
        assertThat(silence()).isLessThan(60);
    }

    private double silence() {
        return meters.get("dancu.document.axis.silence")
                .tags("account", "main", "verb", "received")
                .gauge()
                .value();
    }
}
