package vn.dancu.bus.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.suite.ConformanceCase;
import vn.dancu.bus.conformance.suite.FaultCases;
import vn.dancu.bus.conformance.suite.XRoadCases;
import vn.dancu.bus.conformance.wire.WireCalls;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.fixtures.TlsFront;

/** Single cases against a side that answers with what a script says. */
class ConformanceCasesTest {

    private static final String SERVICE = "VN/GOV/000.00.00.G01/csdldc/population";
    private static final String CLIENT = "VN/GOV/000.00.00.G22/portal";
    private static final String PLAN =
            """
            asker: {officer: canbo01, procedure: "1.001193", client: %s}
            fields: {allowed: [GioiTinh, HoVaTen]}
            limit: 2000
            doors:
              soap: /soap/population/v1
              token: /token
              rest: /rest
              xroad-rest: /r1/%s/citizens/lookup
            people:
              found: {soDinhDanh: "999080000001", hoVaTen: "MẪU VĂN AN", ngaySinh: 1980-01-02}
            """
                    .formatted(CLIENT, SERVICE);
    private static final String FOUND = "{\"maYeuCau\":\"Q-1\",\"trangThai\":\"found\",\"thoiDiemDuLieu\":"
            + "\"2026-11-24T01:02:03Z\",\"soCongDan\":1,\"congDan\":[{\"soDinhDanh\":\"999080000001\"}]}";

    private static ConformanceCase.Seen run(String id, URI target) throws Exception {
        ConformanceCase one = Stream.concat(XRoadCases.all().stream(), FaultCases.all().stream())
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
        ConformancePlan plan = ConformancePlanReader.read("plan.yaml", PLAN, target, "g22-portal");
        return one.check().run(new WireCalls(plan, "secret", Clock.systemUTC(), null));
    }

    /** What a security server sets, as PR-REST §4.3 names it. */
    private static Map<String, String> ofASecurityServer(ScriptedSide.Request request) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("X-Road-Client", request.header("X-Road-Client"));
        headers.put("X-Road-Service", SERVICE);
        headers.put("X-Road-Id", request.header("X-Road-Id"));
        headers.put("X-Road-Request-Id", "f92591a3-6bf0-49b1-987b-0dd78c034cc3");
        headers.put("X-Road-Request-Hash", "A".repeat(86) + "==");
        return headers;
    }

    private static byte[] answer(Map<String, String> headers) {
        return ScriptedSide.http(
                "200 OK",
                headers.entrySet().stream()
                                .map(one -> one.getKey() + ": " + one.getValue() + "\r\n")
                                .collect(Collectors.joining())
                        + "Content-Type: application/json\r\nConnection: close\r\n",
                FOUND);
    }

    @Test
    void aProviderIsNotAskedForWhatSecurityServersWrite() throws Exception {
        try (ScriptedSide side = new ScriptedSide()) {
            side.answers(request -> answer(Map.of()));

            ConformanceCase.Seen seen = run("XR-05", side.address());

            assertThat(seen.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(seen.text()).contains("provider");
        }
    }

    @Test
    void aSecurityServerThatSaysAllPasses() throws Exception {
        try (ScriptedSide side = new ScriptedSide()) {
            side.answers(request -> answer(ofASecurityServer(request)));

            ConformanceCase.Seen seen = run("XR-05", side.address());

            assertThat(seen.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(seen.text()).contains("security server");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "X-Road-Client, ''",
        "X-Road-Client, VN/GOV/000.00.00.H41/lgsp",
        "X-Road-Service, ''",
        "X-Road-Service, VN/GOV/000.00.00.G01/csdldc/khac",
        "X-Road-Id, ''",
        "X-Road-Id, another",
        "X-Road-Request-Id, ''",
        "X-Road-Request-Id, 1",
        "X-Road-Request-Hash, ''",
        "X-Road-Request-Hash, 4c519cf0-0e5e-4ccf-b72b-8ed6fe289e6e"
    })
    void aSecurityServerThatLacksOneOrNamesAnotherFails(String header, String value) throws Exception {
        try (ScriptedSide side = new ScriptedSide()) {
            side.answers(request -> {
                Map<String, String> headers = ofASecurityServer(request);
                headers.put(header, value);
                headers.values().removeIf(String::isEmpty);
                return answer(headers);
            });

            ConformanceCase.Seen seen = run("XR-05", side.address());

            assertThat(seen.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(seen.text()).endsWith(": " + header);
        }
    }

    @Test
    void aConnectionThatIsClosedEndsAHugeMessage() throws Exception {
        try (ScriptedSide side = new ScriptedSide()) {
            side.answers(request -> new byte[0]);

            assertThat(run("FT-08", side.address()).outcome()).isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    void aHandshakeThatFailsProvesNothingOfAHugeMessage() throws Exception {
        Authority authority =
                Authority.root("CN=Chung thuc la, C=VN", Clock.systemUTC().instant());
        try (ScriptedSide side = new ScriptedSide();
                TlsFront front = new TlsFront(
                        side.address().getPort(),
                        TlsFront.showing(authority.holder("CN=la, C=VN"), authority.certificate, true))) {
            ConformanceCase.Seen seen = run("FT-08", front.address());

            assertThat(seen.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(seen.text()).contains("TLS");
            assertThat(side.requests()).isEmpty();
        }
    }
}
