package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.RunningNational;
import vn.dancu.bus.fixtures.Tokens;

/** What an asker of the hub sees of each fault that the mock of the national side plays, and that nothing is asked twice. */
class NationalFaultsIT {

    private static final String LIST = "matinhtranghonnhan";

    private static RunningNational national;
    private static RunningBus hub;
    private static int platform;
    private static Person person;
    private static int serial;

    @BeforeAll
    static void start() {
        national = RunningNational.start(3000);
        platform = RunningBus.Ports.free().http();
        hub = RunningBus.start(
                "--dancu.register.kind=upstream",
                "--dancu.hub.identities=same",
                "--dancu.upstream.national.dialect=live",
                "--dancu.upstream.national.address=" + national.address(""),
                "--dancu.upstream.national.path=/population/live",
                "--dancu.upstream.national.account.username=" + RunningNational.ACCOUNT,
                "--dancu.upstream.national.account.secret-key=" + RunningNational.SECRET,
                "--dancu.upstream.national.http.answer-timeout=1s",
                "--dancu.upstream.national.http.deadline=2s",
                "--dancu.upstream.national.breaker.failures=100",
                // The platform of the sandbox itself, as its settings have it.
                "--dancu.sandbox.national.port=" + platform);
        person = hub.anybody();
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
        national.close();
    }

    @AfterEach
    void reset() {
        national.delete("/control/faults");
        national.delete("/control/journal");
    }

    private static RawHttp.Answer ask(String service, String id) {
        return Tokens.post(
                hub.ports().http(),
                service,
                "h41-lgsp",
                "sandbox-h41",
                """
                {"maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                        .formatted(id, person.soDinhDanh(), person.hoVaTen(), person.ngaySinh()));
    }

    /** How often the mock was asked that question. */
    private static long askedFor(String id) {
        JsonNode journal = national.journal();
        return StreamSupport.stream(journal.spliterator(), false)
                .filter(line -> line.path("verb").asText().equals("question"))
                .filter(line -> line.path("requestId").asText(id).equals(id))
                .count();
    }

    private static List<String> recorded(String id) {
        return hub.jdbc()
                .sql("select kind || ' ' || result from audit.event where message_id = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({
        "slow, upstream_timeout",
        "trickle, upstream_timeout",
        "fail, upstream_failed",
        "fault, upstream_failed",
        "error-page, upstream_failed",
        "page, upstream_answer_invalid",
        "garbage, upstream_answer_invalid",
        "no-data, upstream_answer_invalid",
        "truncated, upstream_answer_invalid",
        "lost, upstream_failed",
        "drop, upstream_unavailable",
        "gateway-json, upstream_gateway_failed",
        "gateway-xml, upstream_gateway_failed",
        "clock, upstream_credentials_refused",
        "namespace, upstream_answer_invalid",
        "charset, upstream_answer_invalid",
        "huge, upstream_answer_too_large",
        "other-person, upstream_answer_other_person"
    })
    void theAskerReadsACodeAndNothingIsAskedTwice(String fault, String code) {
        String id = "fault-" + fault + "-" + ++serial;
        double alarms = alarms();
        national.faults("[{\"verb\":\"question\",\"fault\":\"" + fault + "\",\"delayMillis\":"
                + (fault.equals("clock") ? 3_600_000 : 1500) + ",\"times\":5}]");

        RawHttp.Answer answer = ask("citizens/lookup", id);

        assertThat(answer.body()).as(fault).contains("\"code\":\"" + code + "\"");
        assertThat(answer.body()).doesNotContain(person.soDinhDanh());
        assertThat(askedFor(id)).as(fault).isEqualTo(1);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(recorded(id))
                .as("nothing is lost")
                .containsExactlyInAnyOrder("CALL asked", "CALL " + code, "REFUSAL " + code));
        assertThat(alarms() - alarms).isEqualTo(fault.equals("other-person") ? 1 : 0);
    }

    /** An answer with a person that was not asked for is an alarm. */
    private static double alarms() {
        return hub.bean(MeterRegistry.class)
                .get("dancu.upstream.other.person")
                .counter()
                .count();
    }

    @Test
    void anAnswerWithoutATypeIsReadAndHalfARecordIsAnswered() {
        national.faults("[{\"verb\":\"question\",\"fault\":\"no-type\",\"times\":1}]");
        assertThat(ask("citizens/lookup", "fault-no-type-" + ++serial).status()).isEqualTo(200);

        national.faults("[{\"verb\":\"question\",\"fault\":\"partial\",\"times\":1}]");
        assertThat(ask("citizens/lookup", "fault-partial-" + ++serial).status()).isEqualTo(200);
    }

    @Test
    void theNationalSideIsAwayAndComesBack() {
        String id = "away-" + ++serial;
        national.server().stop();
        RawHttp.Answer away = ask("citizens/lookup", id);
        national.server().start();

        assertThat(away.body()).contains("\"code\":\"upstream_unavailable\"");
        assertThat(askedFor(id)).isZero();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(recorded(id))
                .containsExactlyInAnyOrder("CALL asked", "CALL upstream_unavailable", "REFUSAL upstream_unavailable"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ask("citizens/lookup", "back-" + ++serial).status() == 200);
    }

    /** As somebody finds it who has just started the sandbox. */
    @Test
    void takesTheCodeListsOfThePlatformAndKeepsACodeThatItDropsUntilAPersonDecides() {
        Desk operator = Desk.at(hub.ports().http(), Desk.Sandbox.OPERATOR);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(lastPull(operator).path("outcome").asText()).isEqualTo("done"));

        assertThat(lastPull(operator).path("lists").asInt()).isEqualTo(4);
        assertThat(codes("?ngay=" + LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))))
                .contains("0", "4");
        assertThat(operator.get("codebooks/missing").body().findValuesAsText("code"))
                .containsExactly("0");
        assertThat(operator.get("codebooks/" + LIST + "/changes")
                        .body()
                        .path("items")
                        .findValuesAsText("kind"))
                .contains("added", "renamed", "missing");

        RawHttp.send(platform, "DELETE /control/catalogue?list=" + LIST + "&code=4", List.of(), new byte[0]);
        pulled(operator);

        assertThat(operator.get("codebooks/missing").body().findValuesAsText("code"))
                .containsExactlyInAnyOrder("0", "4");
    }

    private static void pulled(Desk operator) {
        long before = lastPull(operator).path("number").asLong();
        assertThat(operator.send("POST", "codebooks/pulls", null).status()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> lastPull(operator).path("number").asLong() > before);
        assertThat(lastPull(operator).path("outcome").asText())
                .as(lastPull(operator).toString())
                .isEqualTo("done");
    }

    private static JsonNode lastPull(Desk operator) {
        return operator.get("codebooks/pulls?limit=1").body().at("/items/0");
    }

    private static List<String> codes(String query) {
        int port = hub.ports().http();
        RawHttp.Answer answer = RawHttp.send(
                port,
                "GET /dmdc/Category/" + LIST + query,
                List.of("Authorization: Bearer " + Tokens.fetch(port, "h41-lgsp", "sandbox-h41")),
                new byte[0]);
        return GovernedPartner.json(answer).findValuesAsText("Ma");
    }
}
