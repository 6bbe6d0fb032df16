package vn.dancu.bus.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.conformance.result.CaseResult;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.result.ConformanceReport;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.fixtures.RunningNational;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.sandbox.population.SyntheticCitizen;
import vn.dancu.bus.sandbox.population.SyntheticPopulation;
import vn.dancu.bus.sandbox.population.WardList;

/** The suite against the mock of the national side: it passes whole, and each fault fails where it should. */
class ConformanceOfTheMockTest {

    private static final int PEOPLE = 4000;
    private static final int NUMBER = 12;

    private static final String PLAN = plan();

    private static RunningNational national;

    @BeforeAll
    static void start() {
        national = RunningNational.start(PEOPLE);
    }

    @AfterAll
    static void stop() {
        national.close();
    }

    @AfterEach
    void reset() {
        national.delete("/control/faults");
    }

    private static String plan() {
        SyntheticPopulation people = new SyntheticPopulation(RunningNational.SEED, PEOPLE, WardList.load());
        List<SyntheticCitizen> all = java.util.stream.IntStream.range(0, people.families())
                .mapToObj(people::family)
                .flatMap(family -> family.citizens().stream())
                .toList();
        return """
                doors:
                  soap: /population/live
                  token: /token
                  rest: /population/ngsp
                  xroad: /xroad
                  xroad-rest: /r1/VN/GOV/000.00.00.G01/csdldc/TraCuuThongTinCongDan
                asker: {officer: canbo01, procedure: "1.001193"}
                fields: {allowed: [GioiTinh, DanToc, NhomMau]}
                limit: 3000
                people:
                """
                + all.stream()
                        .filter(one -> one.life().status() == CitizenStatus.ALIVE
                                && one.numbers().stream()
                                        .allMatch(number -> number.state().equals("CURRENT")))
                        .findFirst()
                        .map(one ->
                                person("found", String.valueOf(one.identity().soDinhDanh()), one))
                        .orElseThrow()
                + byNumber(all, "REPLACED", "replaced")
                + byNumber(all, "CANCELLED", "cancelled")
                + all.stream()
                        .filter(one -> one.life().status() == CitizenStatus.DECEASED)
                        .findFirst()
                        .map(one ->
                                person("deceased", String.valueOf(one.identity().soDinhDanh()), one))
                        .orElseThrow();
    }

    private static String byNumber(List<SyntheticCitizen> all, String state, String kind) {
        return all.stream()
                .filter(one -> one.life().status() == CitizenStatus.ALIVE)
                .flatMap(one -> one.numbers().stream()
                        .filter(number ->
                                number.state().equals(state) && number.digits().length() == NUMBER)
                        .map(number -> person(kind, number.digits(), one)))
                .findFirst()
                .orElse("");
    }

    private static String person(String kind, String number, SyntheticCitizen one) {
        java.time.LocalDate day = one.identity().birthDate().day();
        return "  %s: {soDinhDanh: \"%s\", hoVaTen: \"%s\", ngaySinh: \"%s\"}%n"
                .formatted(
                        kind,
                        number,
                        one.identity().name().full(),
                        day == null ? one.identity().birthDate().year() : day);
    }

    private static ConformanceResult run() throws InterruptedException {
        return run(URI.create("http://127.0.0.1:" + national.server().port()));
    }

    private static ConformanceResult run(URI target) throws InterruptedException {
        ConformancePlan plan = ConformancePlanReader.read("plan.yaml", PLAN, target, RunningNational.ACCOUNT);
        return new ConformanceSuite(Clock.systemUTC()).run(plan, RunningNational.SECRET, one -> {});
    }

    private static Map<String, CaseResult> byId(ConformanceResult result) {
        return result.cases().stream().collect(Collectors.toMap(CaseResult::id, one -> one));
    }

    @Test
    void theMockPassesAllThatItHasADoorFor() throws Exception {
        ConformanceResult result = run();

        assertThat(result.cases())
                .filteredOn(one -> one.outcome() == Outcome.FAILED)
                // It keeps no memory of questions, and signs nobody out.
                .extracting(CaseResult::id, CaseResult::seen)
                .extracting(tuple -> tuple.toList().get(0))
                .isSubsetOf("SI-09", "FT-08", "SI-03");
        assertThat(result.failedMandatory()).isEmpty();
        assertThat(result.passed()).isGreaterThan(35);
        assertThat(ConformanceReport.html(result))
                .contains("Kết quả kiểm thử kết nối")
                .contains("SI-01");
        assertThat(ConformanceResult.read(result.json())).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "page, ST-01",
        "fault, ST-02",
        "namespace, ST-01",
        "other-person, ST-01",
        "charset, FT-11",
        "gateway-json, FF-03",
        "drop, LM-01"
    })
    void aServiceWithAFaultFails(String fault, String expected) throws Exception {
        national.faults("[{\"verb\":\"question\",\"fault\":\"" + fault + "\"}]");

        ConformanceResult result = run();

        assertThat(byId(result).get(expected).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.failedMandatory()).isNotEmpty();
    }

    @Test
    void aServiceWithoutTokensFailsInThatCaseAlone() throws Exception {
        national.faults("[{\"verb\":\"token\",\"fault\":\"error-page\",\"times\":1}]");

        ConformanceResult result = run();

        assertThat(result.failedMandatory()).extracting(CaseResult::id).containsExactly("SI-01");
    }

    /** Which a proxy before the service may do, or a security server whose partner is not connected. */
    @Test
    void whoRefusesEverythingPassesNoCaseOfXRoad() throws Exception {
        byte[] fault = ("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
                        + "<faultcode>Client.ssl_authentication_failed</faultcode><faultstring>x</faultstring>"
                        + "</s:Fault></s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
            exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : fault.length);
            exchange.getResponseBody().write(fault);
            exchange.close();
        });
        server.start();
        try {
            ConformanceResult result =
                    run(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));

            assertThat(result.target()).doesNotEndWith("/");
            assertThat(result.cases())
                    .filteredOn(one -> one.id().startsWith("XR-"))
                    .extracting(CaseResult::outcome)
                    .containsOnly(Outcome.FAILED);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesAPlanAboutSomebodyReal() {
        URI target = URI.create("http://127.0.0.1:1");
        String real = PLAN.replaceFirst("found: \\{soDinhDanh: \"999", "found: {soDinhDanh: \"001");

        assertThatThrownBy(() -> ConformancePlanReader.read("plan.yaml", real, target, "x"))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContaining("begin with 999");
    }
}
