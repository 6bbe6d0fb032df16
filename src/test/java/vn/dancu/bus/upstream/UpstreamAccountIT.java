package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.fixtures.TlsFront;

/** How a bus proves to the services that it asks who it is: by a certificate and by access tokens, and what its asker reads when they fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpstreamAccountIT {

    private AccountHub hub;
    private int holders;

    @BeforeAll
    void start() throws Exception {
        hub = new AccountHub();
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    /** A certificate of its own for each test, and no connection of before. */
    @BeforeEach
    void renew() throws Exception {
        hub.front.shows(hub.own());
        hub.shows(own());
        hub.reset();
    }

    private Authority.Holder own() throws Exception {
        return hub.authority.holder("CN=hub " + ++holders + ", C=VN");
    }

    private static Authority other() throws Exception {
        return Authority.root("CN=Chung thuc khac, C=VN", Clock.systemUTC().instant());
    }

    private static Authority.Holder ended(Authority authority, String name) throws Exception {
        Instant from = Clock.systemUTC().instant().minus(40, ChronoUnit.DAYS);
        return authority.holder(name, Authority.ec(), KeyUsage.digitalSignature, from, 30);
    }

    private RawHttp.Answer isAnswered(String service) {
        String id = hub.id();
        RawHttp.Answer answer = hub.ask(service, id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("GhiChu=\"found\"");
        return answer;
    }

    private void isRefused(String service, String code) {
        String id = hub.id();
        RawHttp.Answer answer = hub.ask(service, id);
        assertThat(answer.body()).contains(code);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(hub.recorded(id))
                .containsExactlyInAnyOrder("CALL asked", "CALL " + code, "REFUSAL " + code));
    }

    @ParameterizedTest
    @ValueSource(strings = {AccountHub.BY_DIGEST, AccountHub.BY_TOKEN})
    void showsItsCertificateOnceForAllQuestionsOfAConnection(String service) {
        for (int i = 0; i < 3; i++) {
            isAnswered(service);
        }

        assertThat(hub.front.clients()).hasSize(1).allMatch(name -> name.contains("CN=hub " + holders));
        assertThat(hub.asked("question")).isEqualTo(3);
    }

    @Test
    void theNextQuestionAfterAnExchangeOfTheFilesShowsTheNewCertificate() throws Exception {
        isAnswered(AccountHub.BY_DIGEST);
        hub.shows(own());

        String id = hub.id();
        assertThat(hub.ask(AccountHub.BY_DIGEST, id).status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(hub.recorded(id))
                .containsExactlyInAnyOrder("CALL asked", "CALL found", "ANSWER found"));
        assertThat(hub.front.clients()).hasSize(2);
        assertThat(hub.front.clients().get(1)).contains("CN=hub " + holders);
        assertThat(hub.asked("question")).isEqualTo(2);
    }

    /** Which service is asked: one with a token asks the token address first, and meets the same there. */
    @ParameterizedTest
    @CsvSource({
        "of another authority, TraCuuThongTinCongDan",
        "of another authority, CungCapThongTinNhomMau",
        "ended, TraCuuThongTinCongDan",
        "none that is taken, TraCuuThongTinCongDan",
        "none that is taken, CungCapThongTinNhomMau"
    })
    void nothingIsAskedOfASideThatDoesNotTakeItsCertificate(String shown, String service) throws Exception {
        switch (shown) {
            case "of another authority" -> {
                hub.front.shows(TlsFront.showing(hub.server(), hub.authority.certificate, false));
                hub.shows(other().holder("CN=la, C=VN"));
            }
            case "ended" -> {
                hub.front.shows(TlsFront.showing(hub.server(), hub.authority.certificate, false));
                hub.shows(ended(hub.authority, "CN=het han, C=VN"));
            }
            default -> hub.front.shows(TlsFront.showing(hub.server(), other().certificate, true));
        }

        isRefused(service, "upstream_credentials_refused");

        assertThat(hub.front.clients()).isEmpty();
        assertThat(hub.asked("question") + hub.asked("token")).isZero();
        hub.front.shows(hub.own());
        hub.shows(own());
        isAnswered(service);
    }

    @ParameterizedTest
    @CsvSource({
        "of another authority, TraCuuThongTinCongDan",
        "of another authority, CungCapThongTinNhomMau",
        "ended, TraCuuThongTinCongDan"
    })
    void nothingIsAskedOfASideThatItDoesNotTrust(String shown, String service) throws Exception {
        Authority.Holder server =
                shown.equals("ended") ? ended(hub.authority, "CN=may chu, C=VN") : other().holder("CN=may chu, C=VN");
        hub.front.shows(TlsFront.showing(server, hub.authority.certificate, true));

        isRefused(service, "upstream_certificate_untrusted");

        assertThat(hub.front.clients()).isEmpty();
        assertThat(hub.asked("question") + hub.asked("token")).isZero();
        hub.front.shows(hub.own());
        isAnswered(service);
    }

    /** The token that the bus holds is refused, and there is no other. */
    @ParameterizedTest
    @CsvSource({
        "fail, upstream_token_unavailable",
        "error-page, upstream_token_unavailable",
        "drop, upstream_token_unavailable",
        "slow, upstream_token_unavailable",
        "truncated, upstream_token_unavailable",
        "page, upstream_token_invalid",
        "garbage, upstream_token_invalid",
        "no-data, upstream_token_invalid",
        "unauthorized, upstream_credentials_refused"
    })
    void nothingIsAskedWithoutAToken(String fault, String code) {
        isAnswered(AccountHub.BY_TOKEN);
        hub.national.delete("/control/token");
        hub.reset();
        hub.national.faults("[{\"verb\":\"token\",\"fault\":\"" + fault + "\",\"delayMillis\":1500}]");

        isRefused(AccountHub.BY_TOKEN, code);
        assertThat(hub.asked("question")).as("with the old one").isEqualTo(1);
        isRefused(AccountHub.BY_TOKEN, code);
        assertThat(hub.asked("question")).as("without one").isEqualTo(1);

        hub.national.delete("/control/faults");
        isAnswered(AccountHub.BY_TOKEN);
        assertThat(hub.asked("question")).isEqualTo(2);
    }

    @Test
    void aTokenThatEndsOnTheWayIsRenewedOnceAndTheQuestionAskedAgain() {
        isAnswered(AccountHub.BY_TOKEN);
        hub.national.delete("/control/token");
        hub.reset();

        String id = hub.id();
        assertThat(hub.ask(AccountHub.BY_TOKEN, id).status()).isEqualTo(200);

        assertThat(hub.asked("token")).isEqualTo(1);
        assertThat(hub.asked("question")).as("refused, then answered").isEqualTo(2);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(hub.recorded(id))
                .containsExactlyInAnyOrder("CALL asked", "CALL found", "ANSWER found"));
    }

    /** A gateway that does not know the token for this service: another token once, and no more. */
    @Test
    void aTokenOfAnotherScopeIsRefusedAfterOneMoreTry() {
        isAnswered(AccountHub.BY_TOKEN);
        hub.reset();
        hub.national.faults("[{\"verb\":\"question\",\"fault\":\"gateway-json\",\"code\":\"900910\"}]");

        isRefused(AccountHub.BY_TOKEN, "upstream_credentials_refused");

        assertThat(hub.asked("token")).isEqualTo(1);
        assertThat(hub.asked("question")).isEqualTo(2);
    }

    /** What may have been read is not asked again, whatever token it had. */
    @ParameterizedTest
    @ValueSource(strings = {"lost", "slow", "truncated"})
    void nothingIsAskedTwiceForATokenOnceTheQuestionMayHaveBeenRead(String fault) {
        isAnswered(AccountHub.BY_TOKEN);
        hub.national.delete("/control/token");
        hub.reset();
        // The first meets the refusal of the token; the second, with another one, meets the fault.
        hub.national.faults("[{\"verb\":\"question\",\"fault\":\"" + fault + "\",\"every\":2,\"delayMillis\":1500}]");

        String id = hub.id();
        assertThat(hub.ask(AccountHub.BY_TOKEN, id).body()).contains("upstream_");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(hub.recorded(id))
                .hasSize(3)
                .contains("CALL asked")
                .anyMatch(one -> one.startsWith("CALL upstream_"))
                .anyMatch(one -> one.startsWith("REFUSAL upstream_")));
        assertThat(hub.asked("question")).isEqualTo(2);
        assertThat(hub.asked("token")).isEqualTo(1);
    }

    /**
     * The other side hashes the text that it got, reads it, and holds each value in it against the header as it came (the rule of the
     * document axis), within five minutes of its own clock.
     */
    private static boolean isSigned(ScriptedSide.Request request, Duration ahead) {
        String text = request.header("XroadVnpt-sign-header");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(AccountHub.KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            JsonNode signed = JsonMapper.builder().build().readTree(text);
            List<String> names =
                    List.of(request.header("XroadVnpt-sign-header-key").split(";"));
            LocalDateTime moment = LocalDateTime.parse(
                    request.header("XroadVnpt-timestamp").substring(0, 15),
                    DateTimeFormatter.ofPattern("ddMMuuuu'T'HHmmss", Locale.ROOT));
            Instant here = Clock.systemUTC().instant().plus(ahead);
            Duration apart = Duration.between(
                    moment.atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant(), here);
            return HexFormat.of().formatHex(hash).equals(request.header("XroadVnpt-hash-header"))
                    && names.equals(List.of("systemid", "timestamp", "Content-Type"))
                    && signed.size() == names.size()
                    && names.stream().allMatch(name -> signed.path("XroadVnpt-" + name)
                            .asText()
                            .equals(request.header("XroadVnpt-" + name)))
                    && request.header("Content-Type").equals(request.header("XroadVnpt-Content-Type"))
                    && apart.abs().toMinutes() < 5;
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] yesOrNo(ScriptedSide.Request request, Duration ahead) {
        if (!isSigned(request, ahead)) {
            return ScriptedSide.http("401 Unauthorized", "Connection: close\r\n", "");
        }
        String id = request.body().replaceAll("(?s).*\"maYeuCau\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return ScriptedSide.http(
                "200 OK",
                "Content-Type: application/json\r\nConnection: close\r\n",
                "{\"maYeuCau\":\"" + id + "\",\"trangThai\":\"found\",\"thoiDiemDuLieu\":\"2026-11-24T01:02:03Z\","
                        + "\"tonTai\":true}");
    }

    @Test
    void signsItsHeadersAsTheOtherSideChecksThem() {
        hub.signed.answers(request -> yesOrNo(request, Duration.ZERO));
        int before = hub.signed.requests().size();

        RawHttp.Answer answer = hub.ask(AccountHub.BY_HEADERS, hub.id());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(hub.signed.requests()).hasSize(before + 1);
    }

    @Test
    void aClockThatIsWrongThereIsARefusalOfItsCredentials() {
        hub.signed.answers(request -> yesOrNo(request, Duration.ofHours(1)));
        int before = hub.signed.requests().size();

        isRefused(AccountHub.BY_HEADERS, "upstream_credentials_refused");

        assertThat(hub.signed.requests()).as("asked once").hasSize(before + 1);
    }
}
