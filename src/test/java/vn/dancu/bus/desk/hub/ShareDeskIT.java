package vn.dancu.bus.desk.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.hub.share.ShareGate;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.PartnerId;

/** One test: there is one split for the whole bus. */
class ShareDeskIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();

    private final Desk operator = Desk.at(PORT, Desk.Sandbox.OPERATOR);
    private final Desk inspector = Desk.at(PORT, Desk.Sandbox.INSPECTOR);
    private final ShareGate gate = BUS.bean(ShareGate.class);

    @Test
    void splitsWhatTheNationalSideGives() {
        PartnerId rich = new PartnerId(GovernedPartner.enrol(BUS, "h92-rieng").id());
        PartnerId poor = new PartnerId(GovernedPartner.enrol(BUS, "h92-chung").id());
        gate.take(poor); // nobody has split anything

        assertThat(split(0, 100, 10, List.of(share(rich, 60, 6), share(poor, 50, 5)))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(split(0, 100, 10, List.of(share(rich, 60, 6), share(rich, 1, 1)))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(split(0, 100, 10, List.of(Map.of("partner", "khong-co-ai", "perMinute", 1, "perDay", 1)))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(split(0, -1, 10, List.of()).code()).isEqualTo("field_invalid");
        Desk.Answer done = split(0, 100, 10, List.of(share(rich, 60, 6)));
        assertThat(split(0, 100, 11, List.of()).code()).isEqualTo("version_outdated");
        assertThat(split(1, 100, 10, List.of(share(rich, 60, 6))).code()).isEqualTo("move_not_allowed");

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body().path("restPerDay").asInt()).isEqualTo(4);
        takeAll(poor, 4);
        takeAll(rich, 6);
        assertThat(inspector.get("hub-shares/use").body().path("items").findValuesAsText("inDay"))
                .containsExactly("6", "4");

        assertThat(split(1, 100, 12, List.of(share(rich, 60, 6))).status()).isEqualTo(200);
        takeAll(rich, 2);
        assertThat(inspector.get("hub-shares/versions").body().path("items")).hasSize(2);
        assertThat(inspector
                        .get("hub-shares?at=" + done.body().path("changedAt").asText())
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        BUS.jdbc().sql("truncate hub.share_version cascade").update();
    }

    /** Takes so many, and is refused the next. */
    private void takeAll(PartnerId partner, int permits) {
        for (int i = 0; i < permits; i++) {
            gate.take(partner);
        }
        assertThatThrownBy(() -> gate.take(partner)).isInstanceOfSatisfying(BusException.class, e -> assertThat(
                        e.refusal().code().code())
                .isEqualTo("quota_exceeded"));
    }

    private Desk.Answer split(long base, long perMinute, long perDay, List<?> shares) {
        return operator.send(
                "POST",
                "hub-shares",
                Map.of("base", base, "reason", "quý IV", "perMinute", perMinute, "perDay", perDay, "shares", shares));
    }

    private static Map<String, Object> share(PartnerId partner, long perMinute, long perDay) {
        return Map.of("partner", partner.value(), "perMinute", perMinute, "perDay", perDay);
    }
}
