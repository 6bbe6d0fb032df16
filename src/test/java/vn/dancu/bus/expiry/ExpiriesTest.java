package vn.dancu.bus.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.expiry.ExpiringItem.Kind;
import vn.dancu.bus.expiry.ExpiringItem.State;
import vn.dancu.bus.kernel.PartnerId;

class ExpiriesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

    private static ExpiringItem item(String id, Kind kind, @Nullable Duration left) {
        boolean partners = kind == Kind.PARTNER_SECRET;
        return new ExpiringItem(
                id,
                kind,
                partners ? new PartnerId("h41-lgsp") : null,
                "use",
                null,
                null,
                NOW.minus(Duration.ofDays(1000)),
                left == null ? null : NOW.plus(left));
    }

    private static Expiries of(ExpiringItem... items) {
        return new Expiries(List.of(() -> List.of(items)), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void listsWhatEndsFirstAtTheTopAndWhatNeverEndsAtTheBottom() {
        Expiries all = of(
                item("never", Kind.KEY, null),
                item("later", Kind.TRUST, Duration.ofDays(90)),
                item("gone", Kind.SERVER, Duration.ofSeconds(-1)));

        assertThat(all.list()).extracting(ExpiringItem::id).containsExactly("gone", "later", "never");
    }

    @Test
    void saysHowEachStandsAndHowManyDaysAreLeft() {
        assertThat(item("a", Kind.SERVER, Duration.ZERO).stateAt(NOW)).isEqualTo(State.EXPIRED);
        assertThat(item("a", Kind.SERVER, Duration.ofSeconds(-1)).daysLeft(NOW)).isEqualTo(-1);
        assertThat(item("a", Kind.SERVER, Duration.ofDays(7)).stateAt(NOW)).isEqualTo(State.URGENT);
        assertThat(item("a", Kind.SERVER, Duration.ofDays(7).plusSeconds(1)).stateAt(NOW))
                .isEqualTo(State.SOON);
        assertThat(item("a", Kind.SERVER, Duration.ofDays(31)).stateAt(NOW)).isEqualTo(State.VALID);
        assertThat(item("a", Kind.SERVER, Duration.ofDays(31)).daysLeft(NOW)).isEqualTo(31);
        assertThat(item("a", Kind.KEY, null).stateAt(NOW)).isEqualTo(State.ENDLESS);
        assertThat(item("a", Kind.SERVER, Duration.ofDays(900)).stateAt(NOW.minus(Duration.ofDays(1001))))
                .isEqualTo(State.COMING);
    }

    @Test
    void measuresTheFirstOfEachKindAndForgetsWhatPartnersLetRunOut() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Expiries all = of(
                item("own", Kind.SERVER, Duration.ofDays(-2)),
                item("own later", Kind.SERVER, Duration.ofDays(20)),
                item("old", Kind.PARTNER_SECRET, Duration.ofDays(-2)),
                item("new", Kind.PARTNER_SECRET, Duration.ofDays(3)));

        new ExpiryMetrics(all, meters).look();

        assertThat(meters.get("dancu.expiry.left").tag("kind", "server").gauge().value())
                .isEqualTo(-172_800.0);
        assertThat(meters.get("dancu.expiry.left")
                        .tag("kind", "partner-secret")
                        .gauge()
                        .value())
                .isEqualTo(259_200.0);
        assertThat(meters.find("dancu.expiry.left").tag("kind", "key").gauge()).isNull();
    }
}
