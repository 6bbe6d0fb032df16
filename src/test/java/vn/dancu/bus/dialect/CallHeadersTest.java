package vn.dancu.bus.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.dialect.CredentialRecipe.BasicDigest;
import vn.dancu.bus.dialect.CredentialRecipe.BasicDigest.Part;
import vn.dancu.bus.dialect.CredentialRecipe.HmacHeaders;

/** The numbers were computed with Python's hashlib, hmac and base64. */
class CallHeadersTest {

    private static final String LGSP_TOKEN =
            "eyJBY2Nlc3NLZXkiOiJhayIsIlNlY3JldEtleSI6InNrIiwiQXBwTmFtZSI6IuG7qG5nIGThu6VuZyIsIlBhcnRuZXJDb2RlIjoiSDMw"
                    + "IiwiUGFydG5lckNvZGVDdXMiOiJIMzAuMSJ9";

    private final Dialects dialects = Dialects.builtIn();

    @Test
    void signsLikeTheCourtsClient() {
        assertThat(CallHeaders.of(dialect("court"), Questions.CALL))
                .containsExactly(
                        Map.entry("Content-Type", "text/xml; charset=utf-8"),
                        Map.entry("SOAPAction", "\"\""),
                        Map.entry("X-Road-Client", "VN:GOV:000.00.00.H41:toaan"),
                        Map.entry("ApiKey", "api-key-1"),
                        Map.entry(
                                "Authorization",
                                "Basic dG9hYW46ZTZmM2Y5ZTBiMGExNzY3NDNlYzEzY2NkMDI4ZTI0NmMzODNiYzJkN2EyYzRmNWQ4ZGNiY2VmO"
                                        + "WJiYjA3YjU4Yg=="),
                        Map.entry("Timestamp", "1795482123456"));
    }

    @Test
    void digestsThePartsInTheOrderOfThePackAndCountsInItsUnit() {
        Dialect other = with(
                new BasicDigest(List.of(Part.SECRET_KEY, Part.TIMESTAMP, Part.USERNAME, Part.SERVICE_PATH)),
                TimeForm.SECONDS);
        Call call = new Call(
                new Account(Map.of("username", "toaan", "secretKey", "key-1")), "/services/tra-cuu", Questions.AT);

        assertThat(CallHeaders.of(other, call))
                .containsEntry("Timestamp", "1795482123")
                .containsEntry(
                        "Authorization",
                        "Basic dG9hYW46MzhmODYwYjI4OTJiZmIwMjlhZjQ0MGQ3ZWMxNDg4ZGY5MTgyMDNjZjhmOWRiNDQ5YmFhYzU0ZTkzNTc5Z"
                                + "mE3YQ==");
    }

    @Test
    void asksForATokenByClientCredentialsAndBearsIt() {
        TokenRequest token = TokenRequest.of(dialect("ngsp"), Questions.CALL).orElseThrow();

        assertThat(token.path()).isEqualTo("/token");
        assertThat(token.body()).isEqualTo("grant_type=client_credentials");
        assertThat(token.headers())
                .containsEntry("Content-Type", "application/x-www-form-urlencoded")
                .containsEntry("Authorization", "Basic Y2stMTpjcy8yKzM=");
        assertThat(CallHeaders.of(dialect("ngsp"), Questions.CALL))
                .containsEntry("Authorization", "Bearer token-1")
                .containsEntry("Accept", "application/json")
                .containsEntry("Content-Type", "application/json");
    }

    @Test
    void asksForATokenByPasswordInJson() {
        Map<String, Template> fields =
                new TreeMap<>(Map.of("username", Template.of("{username}"), "password", Template.of("{secretKey}")));
        Dialect other = with(
                new CredentialRecipe.Bearer(new CredentialRecipe.TokenCall("/auth/login", true, fields, Map.of())),
                TimeForm.SECONDS);

        TokenRequest token = TokenRequest.of(other, Questions.CALL).orElseThrow();

        assertThat(token.body()).isEqualTo("{\"password\":\"khóa-bí-mật\",\"username\":\"toaan\"}");
        assertThat(token.toString()).doesNotContain("khóa");
    }

    @Test
    void sendsTheHubsTokenHeaderWithTheTokenCallAlone() {
        Dialect hub = dialect("hub-haugiang");

        assertThat(TokenRequest.of(hub, Questions.CALL).orElseThrow().headers())
                .containsEntry("lgspaccesstoken", LGSP_TOKEN);
        assertThat(CallHeaders.of(hub, Questions.CALL)).containsOnlyKeys("Content-Type");
    }

    @Test
    void signsTheHeadersOfTheAxis() {
        Map<String, Template> signed = new LinkedHashMap<>();
        signed.put("systemid", Template.of("000.00.00.H00"));
        signed.put("timestamp", Template.of("{timestamp}"));
        signed.put("servicetype", Template.of("eDoc"));
        signed.put("messagetype", Template.of("edoc"));
        Dialect axis = with(
                new HmacHeaders("XroadVnpt-", "3.0.201608", signed, "sign-header-key", "sign-header", "hash-header"),
                TimeForm.AXIS);
        Call call = new Call(
                new Account(Map.of("secretKey", "synthetic-secret")),
                "/getReceivedEdocList",
                Instant.parse("2026-01-01T01:00:00.123Z"));

        assertThat(CallHeaders.of(axis, call))
                .containsEntry("XroadVnpt-timestamp", "01012026T080000+0123")
                .containsEntry("XroadVnpt-version", "3.0.201608")
                .containsEntry("XroadVnpt-sign-header-key", "systemid;timestamp;servicetype;messagetype")
                .containsEntry(
                        "XroadVnpt-sign-header",
                        "{\"XroadVnpt-systemid\":\"000.00.00.H00\",\"XroadVnpt-timestamp\":\"01012026T080000+0123\","
                                + "\"XroadVnpt-servicetype\":\"eDoc\",\"XroadVnpt-messagetype\":\"edoc\"}")
                .containsEntry(
                        "XroadVnpt-hash-header", "00e467928d48ed09cd198fffd4f6ca21e81781ed83711b903f686212f636d931");
    }

    @Test
    void namesTheValueThatAnAccountLacks() {
        Call call = new Call(new Account(Map.of("username", "toaan")), "/services", Questions.AT);

        assertThatThrownBy(() -> CallHeaders.of(dialect("live"), call))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A call in the dialect live needs the account value secretKey");
    }

    @Test
    void refusesAnAccountValueThatWouldBreakAHeader() {
        assertThatThrownBy(() -> new Account(Map.of("apiKey", "a\r\nX-Admin: true")))
                .hasMessageContaining("apiKey")
                .hasMessageNotContaining("Admin");
        assertThat(Questions.ACCOUNT.toString()).contains("secretKey").doesNotContain("khóa");
    }

    private Dialect dialect(String name) {
        return dialects.byName(name).orElseThrow();
    }

    private Dialect with(CredentialRecipe recipe, TimeForm unit) {
        Dialect live = dialect("live");
        return new Dialect(
                "other",
                live.title(),
                live.family(),
                live.version(),
                live.shape(),
                live.accepts(),
                live.envelope(),
                Map.of(),
                Map.of(),
                recipe,
                new Dialect.Time(unit, EnumSet.of(unit)),
                live.folding());
    }
}
