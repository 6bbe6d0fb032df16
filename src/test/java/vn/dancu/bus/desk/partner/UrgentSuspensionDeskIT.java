package vn.dancu.bus.desk.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerLifecycle;

/** An urgent suspension from the desk to the doors. */
class UrgentSuspensionDeskIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();
    private static final Desk OPERATOR = Desk.at(PORT, Desk.Sandbox.OPERATOR);
    private static final Desk APPROVER = Desk.at(PORT, Desk.Sandbox.APPROVER);
    private static final Desk INSPECTOR = Desk.at(PORT, Desk.Sandbox.INSPECTOR);
    private static final Map<String, String> DOCUMENT = Map.of("document", "88/QĐ-THU");

    private final String partner = "h40-" + UUID.randomUUID().toString().substring(0, 8);
    private String secret = "";

    @BeforeEach
    void connect() {
        Actor clerk = new Actor("an.tiepnhan", Set.of(Role.ONBOARDING_CLERK));
        PartnerLifecycle lifeCycle = BUS.bean(PartnerLifecycle.class);
        PartnerId id = new PartnerId(partner);
        lifeCycle.open(new Partner(id, "Đối tác thử nghiệm", "H40", "official", Partner.State.CONNECTING), clerk);
        lifeCycle.goLive(id, null, clerk);
        secret = OPERATOR.send("POST", "partners/" + partner + "/credentials", Map.of("kind", "secret"))
                .body()
                .path("secret")
                .asText();
    }

    @Test
    void letsThePartnerInAgainWhenNobodyConfirmed() {
        Desk.Answer ordered = suspend(Clock.systemUTC().instant().plusSeconds(3).toString());

        assertThat(ordered.status()).as("%s", ordered.body()).isEqualTo(201);
        assertThat(ordered.body().path("confirmBy")).isEqualTo(ordered.body().path("until"));
        assertThat(soap()).contains("partner_suspended");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(soap()).contains("service_not_allowed"));
        assertThat(states()).isEqualTo("[lapsed]");
        assertThat(APPROVER.send("POST", confirmation(ordered), DOCUMENT).code())
                .isEqualTo("move_not_allowed");
    }

    @Test
    void keepsThePartnerOutOnceAnApproverHasEnteredTheDocument() {
        Desk.Answer ordered = suspend(null);
        String confirm = confirmation(ordered);

        assertThat(OPERATOR.send("POST", confirm, DOCUMENT).code()).isEqualTo("role_missing");
        assertThat(APPROVER.send("POST", confirm, Map.of("document", " ")).code())
                .isEqualTo("evidence_missing");
        JsonNode confirmed = APPROVER.send("POST", confirm, DOCUMENT).body();
        assertThat(confirmed.path("confirmation").asText()).isEqualTo("88/QĐ-THU");
        assertThat(confirmed.path("confirmedBy").asText())
                .isNotEqualTo(confirmed.path("orderedBy").asText());
        assertThat(confirmed.has("until")).isFalse();
        assertThat(APPROVER.send("POST", confirm, DOCUMENT).code()).isEqualTo("already_approved");
        assertThat(soap()).contains("partner_suspended");
        assertThat(states()).isEqualTo("[running]");
        assertThat(INSPECTOR.get("partners/" + partner + "/notices").body().findValuesAsText("kind"))
                .containsExactly("suspension-confirmed", "suspended-urgently");
    }

    private Desk.Answer suspend(@Nullable String until) {
        Map<String, Object> order =
                new HashMap<>(Map.of("partner", partner, "ground", "urgent-request", "reason", "công điện 88/CĐ-THU"));
        if (until != null) {
            order.put("until", until);
        }
        return OPERATOR.send("POST", "suspensions", order);
    }

    private static String confirmation(Desk.Answer ordered) {
        return "suspensions/" + ordered.body().path("id").asText() + "/confirm";
    }

    /** Without the suspensions of all partners, which the list of one partner holds too. */
    private String states() {
        List<String> found = new ArrayList<>();
        INSPECTOR.get("suspensions?partner=" + partner).body().path("items").forEach(item -> {
            if (item.path("partner").asText().equals(partner)) {
                found.add(item.path("state").asText());
            }
        });
        return found.toString();
    }

    private String soap() {
        return new SoapClient(PORT, partner, secret).lookUp(BUS.anybody()).body();
    }
}
