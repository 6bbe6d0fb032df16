package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.PlayedSecurityServer;
import vn.dancu.bus.fixtures.PlayedSecurityServer.Played;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;

/** A hub asks the national side through security servers, over SOAP and over REST; both buses and both audit trails are real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XRoadChainIT {

    private static final String FAULT =
            """
            <SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body><SOAP-ENV:Fault>\
            <faultcode>%s</faultcode><faultstring>no</faultstring><detail><faultDetail xmlns="">%s</faultDetail></detail>\
            </SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>""";

    private @Nullable PlayedSecurityServer between;
    private @Nullable RunningBus soap;
    private @Nullable RunningBus rest;

    @BeforeAll
    void start() {
        RunningBus national = RunningBus.shared();
        between = new PlayedSecurityServer(national.ports().http());
        soap = hub("xroad", between.port());
        rest = hub("xroad-rest", between.port());
    }

    private static RunningBus hub(String dialect, int port) {
        return RunningBus.start(
                "--dancu.register.kind=upstream",
                "--dancu.upstream.national.dialect=" + dialect,
                "--dancu.upstream.national.address=http://127.0.0.1:" + port,
                "--dancu.upstream.national.breaker.failures=100",
                "--dancu.upstream.national.breaker.calls=1000",
                "--dancu.upstream.national.account.client-member=VN:GOV:000.00.00.H41:lgsp-nghean",
                "--dancu.upstream.national.account.provider-member=VN:GOV:000.00.00.G01:csdldc");
    }

    @AfterAll
    void stop() {
        for (AutoCloseable one : new AutoCloseable[] {soap, rest, between}) {
            try {
                if (one != null) {
                    one.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeEach
    void handsOn() {
        server().reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soap", "rest"})
    void answersWithWhatTheOtherBusAnswers(String wire) {
        Person person = RunningBus.shared().anybody();

        RawHttp.Answer answer = ask(wire, person, id());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(person.soDinhDanh()).contains("GhiChu=\"found\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soap", "rest"})
    void keepsTheIdOfTheSecurityServerAndLeavesARecordOnBothSides(String wire) {
        String id = id();
        ask(wire, RunningBus.shared().anybody(), id);

        RunningBus hub = bus(wire);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(call(hub, id, "found").get("theirs")).asString().hasSize(36);
            assertThat(RunningBus.shared()
                            .jdbc()
                            .sql("select event::jsonb -> 'data' ->> 'door' from audit.event where message_id = ?"
                                    + " and kind = 'ANSWER'")
                            .param(id)
                            .query(String.class)
                            .list())
                    .containsExactly(wire.equals("soap") ? "xroad" : "xroad-rest");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "userId", "client", "hash", "wrapper", "header", "two"})
    void refusesAnAnswerThatIsNotToThisQuestion(String part) {
        UnaryOperator<String> change =
                switch (part) {
                    case "id" -> body -> body.replaceFirst("<xrd:id>", "<xrd:id>other-");
                    case "userId" -> body -> body.replaceFirst("<xrd:userId>", "<xrd:userId>other-");
                    case "client" -> body -> body.replaceFirst("lgsp-nghean", "lgsp-khac");
                    case "hash" -> body -> body.replaceFirst("sha512\">....", "sha512\">AAAA");
                    case "wrapper" -> body -> body.replace("TraCuuThongTinCongDanResponse", "KhacResponse");
                    case "header" -> body -> body.replaceFirst("<soap:Header>.*</soap:Header>", "");
                    default -> body -> body.replace("</soap:Body>", "<x/></soap:Body>");
                };
        server().changes(change);
        String id = id();

        RawHttp.Answer answer = ask("soap", RunningBus.shared().anybody(), id);

        assertThat(answer.body()).contains("upstream_answer_invalid").doesNotContain("GhiChu");
        assertThat(server().questions()).as("asked once").isEqualTo(1);
        isRecorded("soap", id, "CALL asked", "CALL upstream_answer_invalid", "REFUSAL upstream_answer_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Road-Client",
                "X-Road-Id",
                "X-Road-Service",
                "X-Road-UserId",
                "X-Road-Issue",
                "X-Road-Request-Hash"
            })
    void refusesAnAnswerOverRestThatIsNotToThisQuestion(String header) {
        server().says(header, "VN/GOV/000.00.00.H99/khac");
        String id = id();

        RawHttp.Answer answer = ask("rest", RunningBus.shared().anybody(), id);

        assertThat(answer.body()).contains("upstream_answer_invalid").doesNotContain("GhiChu");
        assertThat(server().questions()).as("asked once").isEqualTo(1);
        isRecorded("rest", id, "CALL asked", "CALL upstream_answer_invalid", "REFUSAL upstream_answer_invalid");
    }

    /** As a provider with attachments writes it. */
    @Test
    void readsAnAnswerWithAttachments() {
        Person person = RunningBus.shared().anybody();
        server().changesType("multipart/related; type=\"text/xml\"; boundary=\"b1\"");
        server().changes(body -> "--b1\r\nContent-Type: text/xml; charset=UTF-8\r\n\r\n" + body
                + "\r\n--b1\r\nContent-Type: text/plain\r\n\r\nx\r\n--b1--\r\n");

        assertThat(ask("soap", person, id()).body()).contains(person.soDinhDanh());
    }

    @ParameterizedTest
    @CsvSource({
        "client.access_denied, upstream_credentials_refused",
        "Server.ServerProxy.AccessDenied, upstream_credentials_refused",
        "server.serverproxy.access_denied, upstream_credentials_refused",
        "Server.ServerProxy.UnknownService, upstream_unavailable",
        "server.serverproxy.service_failed.http_error, upstream_failed",
        "Server.ServerProxy.ServiceFailed.HttpError, upstream_failed",
        "server.clientproxy.network_error, upstream_gateway_failed",
        "Server.ClientProxy.IOError, upstream_gateway_failed",
        "Client.MissingHeaderField, upstream_refused"
    })
    void knowsFaultsOfASecurityServerInBothForms(String theirs, String ours) {
        server().plays(new Played(200, null, "text/xml;charset=utf-8", FAULT.formatted(theirs, UUID.randomUUID())));
        String id = id();

        assertThat(ask("soap", RunningBus.shared().anybody(), id).body()).contains(ours);
        assertThat(server().questions()).as("asked once").isEqualTo(1);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(call(bus("soap"), id, ours).get("code")).isEqualTo(theirs));
    }

    @ParameterizedTest
    @CsvSource({
        "500, server.clientproxy.network_error, upstream_gateway_failed",
        "400, client.access_denied, upstream_credentials_refused",
        "500, server.serverproxy.service_failed.http_error, upstream_failed"
    })
    void knowsTheErrorHeaderOfASecurityServer(int status, String theirs, String ours) {
        server().plays(new Played(
                status,
                theirs,
                "application/json",
                "{\"type\":\"" + theirs + "\",\"message\":\"no\",\"detail\":\"" + UUID.randomUUID() + "\"}"));
        String id = id();

        assertThat(ask("rest", RunningBus.shared().anybody(), id).body()).contains(ours);
        assertThat(server().questions()).as("asked once").isEqualTo(1);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(call(bus("rest"), id, ours).get("code")).isEqualTo(theirs));
    }

    @Test
    void tellsAProvidersOwnErrorFromThatOfASecurityServer() {
        server().plays(
                        new Played(
                                403,
                                null,
                                "application/json",
                                "{\"type\":\"Client.access_denied\",\"message\":\"no\",\"detail\":\"x\",\"code\":\"procedure_not_allowed\"}"));

        assertThat(ask("rest", RunningBus.shared().anybody(), id()).body()).contains("upstream_refused");
    }

    private RawHttp.Answer ask(String wire, Person person, String id) {
        return new SoapClient(bus(wire).ports().http(), "h41-lgsp", "sandbox-h41").lookUp(person, id);
    }

    private void isRecorded(String wire, String id, String... kinds) {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(bus(wire)
                        .jdbc()
                        .sql("select kind || ' ' || result from audit.event where message_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(kinds));
    }

    private static Map<String, Object> call(RunningBus bus, String id, String result) {
        return bus.jdbc()
                .sql(
                        "select event::jsonb -> 'data' ->> 'theirId' as theirs, event::jsonb -> 'data' ->> 'theirCode' as code"
                                + " from audit.event where message_id = ? and kind = 'CALL' and result = ?")
                .param(id)
                .param(result)
                .query()
                .singleRow();
    }

    private PlayedSecurityServer server() {
        return Objects.requireNonNull(between);
    }

    private RunningBus bus(String wire) {
        return Objects.requireNonNull(wire.equals("soap") ? soap : rest);
    }

    private static String id() {
        return "xc-" + UUID.randomUUID();
    }
}
