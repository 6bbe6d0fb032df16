package vn.dancu.bus.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.conformance.result.CaseResult;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.fixtures.DanCuCommand;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;

/** {@code dancu conformance} against the bus itself. */
class ConformanceIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningBus bus;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        bus = RunningBus.shared();
    }

    private static String plan() {
        return """
                asker: {officer: canbo01, procedure: "1.001193", client: VN/GOV/000.00.00.G22/portal}
                fields: {allowed: [GioiTinh, HoVaTen, ThuongTru], withheld: [DanToc, NhomMau, Cha]}
                doors:
                  soap: /soap/population/v1
                  token: /oauth2/token
                  rest: /api/v1/citizens/lookup
                  xroad: /xroad/population/v1
                people:
                """
                + person("found", bus.anybody())
                + kind("replaced")
                + kind("deceased")
                + kind("missing")
                + kind("cancelled");
    }

    /** Of so few people nobody may be of that kind. */
    private static String kind(String kind) {
        return RunningBus.people(bus.ports().http(), "kind=" + kind + "&limit=1").stream()
                .map(one -> person(kind, one))
                .collect(Collectors.joining());
    }

    private static String person(String kind, Person one) {
        return "  %s: {soDinhDanh: \"%s\", hoVaTen: \"%s\", ngaySinh: \"%s\"}%n"
                .formatted(kind, one.soDinhDanh(), one.hoVaTen(), one.ngaySinh());
    }

    private DanCuCommand.Result run(String secret, String... more) throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), plan());
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"conformance", "--plan", plan.toString(), "--partner", "g22-portal"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return new DanCuCall(
                        Map.of("DANCU_URL", "http://127.0.0.1:" + bus.ports().http(), "DANCU_PARTNER_SECRET", secret))
                .run(arguments);
    }

    @Test
    void ourOwnBusPassesWhole() throws Exception {
        Path result = folder.resolve("result.json");
        Path report = folder.resolve("report.html");

        DanCuCommand.Result came = run("sandbox-g22", "--out", result.toString(), "--report", report.toString());

        ConformanceResult read = ConformanceResult.read(Files.readString(result));
        assertThat(read.cases())
                .filteredOn(one -> one.outcome() == Outcome.FAILED)
                .extracting(one -> one.id() + " " + one.seen())
                .isEmpty();
        assertThat(came.exit()).isZero();
        assertThat(came.out()).contains("SI-04  Đạt").contains("Mọi ca bắt buộc đã chạy đều đạt");
        assertThat(read.skippedMandatory()).extracting(CaseResult::id).isEmpty();
        assertThat(Files.readString(report))
                .contains("Bỏ qua")
                .doesNotContain(bus.anybody().soDinhDanh());
        assertThat(Files.readString(result)).doesNotContain(bus.anybody().soDinhDanh());
    }

    @Test
    void aWrongSecretIsSeenAndEndsWithOne() throws Exception {
        DanCuCommand.Result came = run("another", "--json");

        assertThat(came.exit()).isEqualTo(1);
        assertThat(ConformanceResult.read(came.out()).failedMandatory())
                .extracting(CaseResult::id)
                .contains("SI-01", "SI-04", "ST-01")
                .doesNotContain("SI-05", "SI-06");
    }

    @Test
    void theResultIsSignedByTheKeyOfAFile() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        Path key = Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Path result = folder.resolve("signed.json");

        run("sandbox-g22", "--out", result.toString(), "--key", key.toString(), "--key-name", "h41-kiem-thu");

        String[] jws = JSON.readTree(result.toFile()).path("jws").asText().split("\\.");
        assertThat(ConformanceResult.read(decoded(jws[1])).partner()).isEqualTo("g22-portal");
        assertThat(decoded(jws[0])).contains("ES256").contains("h41-kiem-thu");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Test
    void aPlanThatIsNoneEndsWithTwo() throws Exception {
        Path plan = Files.writeString(folder.resolve("bad.yaml"), "people: {}\n");

        DanCuCommand.Result came = new DanCuCall(Map.of("DANCU_PARTNER_SECRET", "x"))
                .run("conformance", "--plan", plan.toString(), "--partner", "g22-portal");

        assertThat(came.exit()).isEqualTo(2);
        assertThat(came.err()).contains("bad.yaml:1");
    }
}
