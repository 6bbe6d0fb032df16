package vn.dancu.bus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;
import vn.dancu.bus.fixtures.Tokens;

/**
 * Which address the bus gives as its own and believes of a client: one instance behind a proxy on loopback, as in production,
 * beside the shared one, which has no proxy.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicAddressIT {

    private static final String PUBLIC = "https://dancu.example.vn";
    private static final List<String> STRANGER = List.of(
            "X-Forwarded-For: 203.0.113.7",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https",
            "Forwarded: for=203.0.113.7;host=evil.example;proto=https");

    private final RunningBus bus = RunningBus.shared();
    private SecondInstance behindProxy;

    @BeforeAll
    void start() {
        behindProxy = SecondInstance.beside(
                bus, "--dancu.http.public-address=" + PUBLIC, "--server.forward-headers-strategy=native");
    }

    @AfterAll
    void stop() {
        behindProxy.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/soap/population/v1?wsdl", "/openapi/v1.yaml", "/openapi/admin-v1.yaml"})
    void givesItsPublicAddressInEveryContract(String path) {
        String own = "http://127.0.0.1:" + bus.ports().http();

        assertThat(get(behindProxy.http(), path, STRANGER))
                .contains(PUBLIC)
                .doesNotContain("evil.example", "127.0.0.1:8080", "//localhost");
        assertThat(get(bus.ports().http(), path, STRANGER)).contains(own).doesNotContain("evil.example", "//localhost");
    }

    @Test
    void givesItsPublicAddressInSchemaImports() {
        String wsdl = get(behindProxy.http(), "/soap/population/v1?wsdl", STRANGER);

        assertThat(wsdl).containsPattern("schemaLocation=\"" + PUBLIC + "/soap/population/v1\\?xsd=");
        assertThat(wsdl).doesNotContain("schemaLocation=\"http:");
    }

    @Test
    void recordsTheAddressThatAKnownProxyNames() {
        assertThat(recordedAddress(behindProxy.http())).isEqualTo("203.0.113.7");
    }

    @Test
    void recordsWhereAStrangerReallyCameFrom() {
        assertThat(recordedAddress(bus.ports().http())).isEqualTo("127.0.0.1");
    }

    @Test
    void showsOnThePublicPortOnlyWhetherItMayGetRequests() {
        assertThat(get(behindProxy.http(), "/actuator/health", List.of("Accept: text/html")))
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(status(behindProxy.http(), "/actuator/prometheus")).isEqualTo(404);
        assertThat(status(behindProxy.http(), "/actuator/health/db")).isEqualTo(404);
    }

    @Test
    void showsMetricsAndDetailsOnTheManagementPort() {
        assertThat(get(behindProxy.management(), "/actuator/prometheus", List.of()))
                .contains("dancu_routes_rejected");
        assertThat(get(behindProxy.management(), "/actuator/health", List.of()))
                .contains("\"db\"", "\"routes\"", "\"readinessState\"", "\"storage\":\"writable\"");
        assertThat(status(behindProxy.management(), "/actuator/health/liveness"))
                .isEqualTo(200);
        assertThat(status(behindProxy.management(), "/actuator/env")).isEqualTo(404);
        assertThat(status(behindProxy.management(), "/api/v1/officers")).isIn(401, 404);
    }

    /** The client's address in the record of an answered question. */
    private String recordedAddress(int port) {
        Person person = bus.anybody();
        String question =
                """
                {"maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                        .formatted(UUID.randomUUID(), person.soDinhDanh(), person.hoVaTen(), person.ngaySinh());
        RawHttp.Answer answer = RawHttp.send(
                port,
                "POST /api/v1/citizens/lookup",
                List.of(
                        "Authorization: Bearer " + Tokens.fetch(bus.ports().http(), "h41-lgsp", "sandbox-h41"),
                        "Content-Type: application/json",
                        "Content-Length: " + question.getBytes(StandardCharsets.UTF_8).length,
                        STRANGER.get(0),
                        STRANGER.get(3)),
                question.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return bus.jdbc()
                .sql("select event::jsonb -> 'data' ->> 'clientAddress' from audit.event where id = ?::uuid")
                .param(answer.headers().get("DanCu-Event-Id"))
                .query(String.class)
                .single();
    }

    private static String get(int port, String path, List<String> headers) {
        RawHttp.Answer answer = RawHttp.send(port, "GET " + path, headers, new byte[0]);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static int status(int port, String path) {
        return RawHttp.send(port, "GET " + path, List.of(), new byte[0]).status();
    }
}
