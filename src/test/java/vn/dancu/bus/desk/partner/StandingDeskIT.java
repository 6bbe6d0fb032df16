package vn.dancu.bus.desk.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.KeyStores;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerLifecycle;

class StandingDeskIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final int PORT = BUS.ports().http();
    private static final Desk OPERATOR = Desk.at(PORT, Desk.Sandbox.OPERATOR);
    private static final Desk APPROVER = Desk.at(PORT, Desk.Sandbox.APPROVER);
    private static final Desk INSPECTOR = Desk.at(PORT, Desk.Sandbox.INSPECTOR);

    private final String partner = "h40-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void showsPartnersWithTheirStandingAndNoSecret() {
        Desk.Answer first = INSPECTOR.get("partners?limit=1");
        Desk.Answer second = INSPECTOR.get(
                "partners?limit=1&after=" + first.body().path("next").asText());
        Desk.Answer one = INSPECTOR.get("partners/h99-tam-ngung");

        assertThat(first.body().path("items")).hasSize(1);
        assertThat(second.body().at("/items/0/id").asText())
                .isGreaterThan(first.body().at("/items/0/id").asText());
        assertThat(one.body().at("/standing/state").asText()).isEqualTo("suspended");
        assertThat(one.body().at("/standing/refusedWith").asText()).isEqualTo("partner_suspended");
        assertThat(one.body().at("/credentials/0/kind").asText()).isEqualTo("secret");
        assertThat(one.body().at("/credentials/0/fromFile").asBoolean()).isTrue();
        assertThat(one.body().toString()).doesNotContain("sandbox-h99");
        assertThat(INSPECTOR.get("partners/nobody-there").code()).isEqualTo("resource_unknown");
    }

    @Test
    void issuesSecretsThatWorkSideBySideAndRevokesThem() {
        connected();
        Desk.Answer old = issue("secret", null);
        Desk.Answer next = issue(
                "secret", Clock.systemUTC().instant().plus(Duration.ofDays(90)).toString());
        String first = old.body().path("secret").asText();
        String second = next.body().path("secret").asText();

        assertThat(old.status()).isEqualTo(201);
        assertThat(first).hasSize(43).isNotEqualTo(second);
        String ofFirst = Tokens.fetch(PORT, partner, first);
        String ofSecond = Tokens.fetch(PORT, partner, second);
        assertThat(bearer(ofFirst)).contains("magioitinh");
        assertThat(soap(second)).contains("service_not_allowed");
        assertThat(OPERATOR.send("POST", revoke(old), Map.of("reason", "changed over"))
                        .status())
                .isEqualTo(204);
        assertThat(Tokens.ask(PORT, partner, first).body()).contains("credentials_wrong");
        assertThat(soap(first)).contains("credentials_wrong");
        assertThat(bearer(ofFirst)).contains("token_invalid");
        assertThat(bearer(ofSecond)).contains("magioitinh");
        assertThat(OPERATOR.send("POST", revoke(old), Map.of("reason", "again")).code())
                .isEqualTo("move_not_allowed");
        String client = issue("client-secret", null).body().path("secret").asText();
        assertThat(Tokens.ask(PORT, partner, client).status()).isEqualTo(200);
        assertThat(Tokens.ask(PORT, partner, second).body()).contains("credentials_wrong");
        assertThat(INSPECTOR.get("partners/" + partner).body().toString()).doesNotContain(first, second, client);
        assertThat(acts()).doesNotContain(first, second, client).contains("partner.credential_issued");
    }

    @Test
    void refusesASecretThatHasExpiredWithACodeOfItsOwn() {
        connected();
        String secret = issue(
                        "secret", Clock.systemUTC().instant().plusSeconds(2).toString())
                .body()
                .path("secret")
                .asText();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(soap(secret)).contains("credential_expired"));
        assertThat(Tokens.ask(PORT, partner, secret).body()).contains("credential_expired");
        assertThat(soap("another")).contains("credentials_wrong");
    }

    @Test
    void endsTheAgreementWithACodeOfItsOwnUntilThereIsANewOne() {
        connected();
        String secret = issue("secret", null).body().path("secret").asText();
        String token = Tokens.fetch(PORT, partner, secret);

        assertThat(APPROVER.send("POST", "partners/" + partner + "/agreement", Map.of("ends", "2026-01-01"))
                        .body()
                        .at("/standing/state")
                        .asText())
                .isEqualTo("lapsed");
        assertThat(soap(secret)).contains("agreement_expired");
        assertThat(Tokens.ask(PORT, partner, secret).body()).contains("agreement_expired");
        assertThat(bearer(token)).contains("agreement_expired");
        assertThat(APPROVER.send("POST", "partners/" + partner + "/agreement", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(soap(secret)).contains("service_not_allowed");
    }

    @Test
    void suspendsResumesAndTerminatesWithTwoPersons() {
        connected();
        String secret = issue("secret", null).body().path("secret").asText();
        Desk.Answer suspension = OPERATOR.send(
                "POST",
                "suspensions",
                Map.of(
                        "partner", partner,
                        "ground", "security-risk",
                        "reason", "máy chủ bị xâm nhập",
                        "returnCondition", "đánh giá an toàn lại"));
        assertThat(suspension.status()).as("%s", suspension.body()).isEqualTo(201);
        assertThat(soap(secret)).contains("partner_suspended");
        JsonNode standing = INSPECTOR.get("partners/" + partner).body().path("standing");
        assertThat(standing.path("returnCondition").asText()).isEqualTo("đánh giá an toàn lại");

        String path = "suspensions/" + suspension.body().path("id").asText();
        assertThat(OPERATOR.send("POST", path + "/resume", Map.of()).code()).isEqualTo("evidence_missing");
        Desk.Answer proposal = OPERATOR.send("POST", path + "/resume", Map.of("evidence", "biên bản 7"));
        assertThat(proposal.status()).isEqualTo(202);
        String confirm = "proposals/" + proposal.body().path("id").asText() + "/confirm";
        assertThat(OPERATOR.send("POST", confirm, null).code()).isEqualTo("role_missing");
        assertThat(INSPECTOR.get("proposals").body().toString())
                .contains(proposal.body().path("id").asText());
        assertThat(APPROVER.send("POST", confirm, null).body().path("state").asText())
                .isEqualTo("confirmed");
        assertThat(soap(secret)).contains("service_not_allowed");

        Desk.Answer own = APPROVER.send("POST", "partners/" + partner + "/terminate", termination());
        String ownConfirm = "proposals/" + own.body().path("id").asText() + "/confirm";
        assertThat(APPROVER.send("POST", ownConfirm, null).code()).isEqualTo("second_person_required");
        assertThat(Desk.at(PORT, Desk.Sandbox.SECOND_APPROVER)
                        .send("POST", ownConfirm, null)
                        .status())
                .isEqualTo(200);
        assertThat(soap(secret)).contains("partner_terminated");
        assertThat(kinds()).containsExactly("terminated", "resumed", "suspended");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        INSPECTOR.get("partners/" + partner + "/notices").body().path("items"))
                .allSatisfy(notice -> assertThat(notice.path("sentAt").asText()).isNotEmpty()));
    }

    @Test
    void announcesMaintenanceToEverybody() {
        Instant since = Clock.systemUTC().instant().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> order = Map.of(
                "ground",
                "maintenance",
                "since",
                since.toString(),
                "until",
                since.plusSeconds(7200).toString(),
                "reason",
                "thay ổ đĩa");
        Desk.Answer early = OPERATOR.send(
                "POST",
                "suspensions",
                Map.of(
                        "ground",
                        "maintenance",
                        "since",
                        Clock.systemUTC().instant().plus(3, ChronoUnit.DAYS).toString(),
                        "until",
                        since.toString(),
                        "reason",
                        "thay ổ đĩa"));
        assertThat(early.code()).isEqualTo("field_invalid");
        assertThat(early.body().toString()).contains("7 working days", "NĐ 47/2020");
        Desk.Answer ordered = OPERATOR.send("POST", "suspensions", order);
        assertThat(ordered.status()).as("%s", ordered.body()).isEqualTo(201);

        RawHttp.Answer notices = RawHttp.send(PORT, "GET /api/v1/notices", List.of(), new byte[0]);
        assertThat(notices.status()).isEqualTo(200);
        assertThat(notices.body()).contains("\"vi\":\"Bảo trì\"", "thay ổ đĩa", "\"state\":\"scheduled\"");
        assertThat(notices.headers()).containsEntry("Cache-Control", "max-age=60, public");
        assertThat(RawHttp.send(PORT, "POST /api/v1/notices", List.of("Content-Length: 0"), new byte[0])
                        .status())
                .isEqualTo(401);

        String cancel = "suspensions/" + ordered.body().path("id").asText() + "/cancel";
        assertThat(OPERATOR.send("POST", cancel, Map.of("reason", "hoãn")).status())
                .isEqualTo(204);
        assertThat(OPERATOR.send("POST", cancel, Map.of("reason", "hoãn")).code())
                .isEqualTo("move_not_allowed");
    }

    @Test
    void registersACertificateOnce(@TempDir Path folder) throws IOException, CertificateEncodingException {
        connected();
        KeyStores keys = new KeyStores(folder);
        keys.key("hub");
        String der = Base64.getEncoder().encodeToString(keys.certificate("hub").getEncoded());

        Desk.Answer registered = OPERATOR.send("POST", certificates(), Map.of("certificate", der));
        assertThat(registered.status()).as("%s", registered.body()).isEqualTo(201);
        assertThat(registered.body().path("subject").asText()).isEqualTo("CN=hub");
        assertThat(registered.body().path("thumbprint").asText()).matches("[0-9a-f]{64}");
        String pem = "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n";
        assertThat(OPERATOR.send("POST", certificates(), Map.of("certificate", pem))
                        .code())
                .isEqualTo("resource_exists");
        assertThat(OPERATOR.send("POST", certificates(), Map.of("certificate", "AAAA"))
                        .code())
                .isEqualTo("field_invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "credentials, kind=certificate, field_invalid",
        "credentials, kind=secret;validUntil=2020-01-01T00:00:00Z, field_invalid",
        "credentials, kind=secret;validUntil=tomorrow, field_invalid",
        "credentials, kind=secret;colour=red, field_unknown",
        "credentials, colour=red, field_missing",
        "credentials, validUntil=2030-01-01T00:00:00Z, field_missing",
        "terminate, ground=whim;reason=r, field_invalid",
        "terminate, ground=purpose-gone, field_missing"
    })
    void refusesWhatBreaksTheContract(String path, String members, String code) {
        connected();
        Map<String, String> body = new HashMap<>();
        for (String member : members.split(";")) {
            body.put(member.split("=")[0], member.split("=")[1]);
        }

        assertThat(OPERATOR.send("POST", "partners/" + partner + "/" + path, body)
                        .code())
                .isEqualTo(code);
    }

    @Test
    void keepsEveryoneToTheirRole() {
        assertThat(APPROVER.send("POST", "suspensions", Map.of()).code()).isEqualTo("role_missing");
        assertThat(INSPECTOR
                        .send("POST", "partners/h41-lgsp/credentials", Map.of("kind", "secret"))
                        .code())
                .isEqualTo("role_missing");
        assertThat(OPERATOR.send("POST", "partners/h41-lgsp/agreement", Map.of())
                        .code())
                .isEqualTo("role_missing");
        assertThat(new Desk(PORT, null).get("partners").code()).isEqualTo("credentials_missing");
    }

    @Test
    void stopsAtTenOfAKind() {
        connected();
        for (int i = 0; i < 10; i++) {
            assertThat(issue("secret", null).status()).isEqualTo(201);
        }

        assertThat(issue("secret", null).code()).isEqualTo("limit_reached");
    }

    private void connected() {
        Actor clerk = new Actor("an.tiepnhan", Set.of(Role.ONBOARDING_CLERK));
        PartnerLifecycle lifeCycle = BUS.bean(PartnerLifecycle.class);
        PartnerId id = new PartnerId(partner);
        lifeCycle.open(new Partner(id, "Đối tác thử nghiệm", "H40", "official", Partner.State.CONNECTING), clerk);
        lifeCycle.goLive(id, null, clerk);
    }

    private Desk.Answer issue(String kind, @Nullable String until) {
        Map<String, String> body = until == null ? Map.of("kind", kind) : Map.of("kind", kind, "validUntil", until);
        return OPERATOR.send("POST", "partners/" + partner + "/credentials", body);
    }

    private String revoke(Desk.Answer issued) {
        return "partners/" + partner + "/credentials/"
                + issued.body().path("id").asText() + "/revoke";
    }

    private String certificates() {
        return "partners/" + partner + "/certificates";
    }

    private static Map<String, String> termination() {
        return Map.of("ground", "purpose-gone", "reason", "nhiệm vụ đã chuyển");
    }

    private List<String> kinds() {
        return INSPECTOR
                .get("partners/" + partner + "/notices")
                .body()
                .path("items")
                .findValuesAsText("kind");
    }

    private String acts() {
        return String.join(
                "\n",
                BUS.jdbc()
                        .sql("select event from audit.event where kind = 'ACT' and partner = :partner")
                        .param("partner", partner)
                        .query(String.class)
                        .list());
    }

    private String soap(String secret) {
        return new SoapClient(PORT, partner, secret).lookUp(BUS.anybody()).body();
    }

    private static String bearer(String token) {
        return RawHttp.send(PORT, "GET /dmdc/AllCategory", List.of("Authorization: Bearer " + token), new byte[0])
                .body();
    }
}
